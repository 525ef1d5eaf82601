package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.testkit.phone.PhoneCall;

/** What somebody gets who means ill. */
@Tag("peer")
@Tag("asterisk")
class SecurityTest {

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action: Command\r\nCommand: core show version",
                "Action: GetConfig\r\nFilename: manager.conf",
                "Action: UpdateConfig\r\nSrcFilename: pjsip.conf\r\nDstFilename: pjsip.conf",
                "Action: ModuleLoad\r\nModule: app_system.so\r\nLoadType: load",
                "Action: Originate\r\nChannel: PJSIP/4008001234\r\nApplication: System\r\nData: true",
                "Action: Getvar\r\nVariable: SHELL(id)",
                "Action: DBPut\r\nFamily: a\r\nKey: b\r\nVal: c"
            })
    void the_managers_account_can_do_no_more_than_the_product_needs(String action) throws IOException {
        String answer =
                manager(house.settings.amiUser(), house.settings.amiSecret().value(), action);
        assertThat(answer).containsPattern("Response: Error|Value: \r?\n").doesNotContain("uid=");
    }

    @Test
    void without_the_secret_the_manager_says_nothing() throws IOException {
        assertThat(manager(house.settings.amiUser(), "guessed", "Action: Ping")).contains("Authentication failed");
    }

    @Test
    void the_configuration_with_the_secrets_is_readable_by_its_owner_alone() throws IOException {
        Path run = house.folder.resolve("asterisk");
        assertThat(Files.getPosixFilePermissions(run))
                .hasSize(3)
                .allMatch(one -> one.name().startsWith("OWNER"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%22%26System(touch%20@FILE@)%3B",
                "$%7BSHELL(touch%20@FILE@)%7D",
                "139%22)%3B%20drop%20table%20call%3B--",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "a%0d%0aAction:%20Originate"
            })
    void a_hostile_caller_id_runs_nothing_and_hides_nobody(String user) throws Exception {
        Path file = house.folder.resolve("run-by-a-caller");
        String hostile = user.replace("@FILE@", file.toString().replace("/", "%2F"));
        String number = House.freshNumber();
        String channel;
        try (RawCaller caller = RawCaller.invite(house.settings.sipPort(), House.NUMBER, number + hostile)) {
            assertThat(caller.status()).isEqualTo(200);
            channel = house.rows.channelOf(number);
            house.rows.prompt(channel, "welcome");
        }
        House.until(
                "the call is logged",
                () -> house.database
                        .calls()
                        .find(new CallId(channel))
                        .flatMap(Call::endedAt)
                        .isPresent());
        assertThat(house.database
                        .calls()
                        .find(new CallId(channel))
                        .orElseThrow()
                        .caller())
                .matches("\\d*");
        assertThat(file).doesNotExist();
        // The ledger goes on after it.
        Caller next = Caller.call(house).hears("welcome");
        next.phone().hangUp();
        next.ended();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13900000000", "00190055512345", "s", "4008001234%26PJSIP"})
    void a_stranger_reaches_nothing_but_the_hotline(String dialled) throws Exception {
        try (RawCaller caller = RawCaller.invite(house.settings.sipPort(), dialled, "13900000009")) {
            assertThat(caller.status()).isBetween(400, 499);
        }
    }

    @Test
    void a_number_abroad_that_a_caller_keyed_in_is_never_dialled() throws Exception {
        String engineer = House.freshNumber();
        Caller caller;
        synchronized (house) {
            house.onDuty(engineer);
            caller = Caller.call(house).chooses("1").hears("your-number").presses("2");
            caller.hears("enter-number")
                    .presses("0019005550123#")
                    .hears("your-number", 2)
                    .presses("1");
            caller.hears("enter-equipment").phone().hangUp();
            caller.ended();
        }
        Owed owed = Owed.of(house, caller.ended());
        var attempt = owed.attempt();
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(attempt.toString(), "press");
        staff.press(attempt.acceptKeys());
        house.rows.prompt(attempt.toString(), "staff-no-answer");
        House.until("it is told", () -> !owed.events("CustomerNotReached").isEmpty());
        assertThat(owed.events("CustomerNotReached")).first().asString().contains("UNREACHABLE");
        assertThat(house.rows.sawDialled("0019005550123")).isFalse();
    }

    /** What the manager interface answers to {@code action}. */
    private static String manager(String user, String secret, String action) throws IOException {
        try (Socket socket = new Socket(house.settings.amiHost(), house.settings.amiPort())) {
            OutputStream out = socket.getOutputStream();
            String login = "Action: Login\r\nUsername: " + user + "\r\nSecret: " + secret + "\r\nEvents: off\r\n\r\n";
            out.write((login + action + "\r\n\r\nAction: Logoff\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> lines = in.lines().toList();
            return String.join("\n", lines) + "\n";
        }
    }
}
