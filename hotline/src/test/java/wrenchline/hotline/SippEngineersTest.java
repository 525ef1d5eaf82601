package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.testkit.FreePorts;
import wrenchline.testkit.Peer;

/** Engineers whose telephones are SIPp: they register as telephones do, and then do as their scenario says. */
@Tag("peer")
@Tag("asterisk")
class SippEngineersTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/sipp").toAbsolutePath();
    private static final String VOICEMAIL = "13700000011";
    private static final String BUSY = "13700000012";
    private static final String SLOW = "13700000013";
    private static final String GONE = "13700000014";

    private static final List<Process> RUNNING = new ArrayList<>();

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
        // Known for ever, and so allowed to register.
        house.database
                .transactions()
                .run(books -> books.register()
                        .put(new Customer(
                                new CustomerId("sample-engineers"),
                                "Sample",
                                "Sample Road 3",
                                "zh",
                                List.of(VOICEMAIL, BUSY, SLOW, GONE))));
    }

    @AfterAll
    static void hangUp() {
        RUNNING.forEach(Process::destroyForcibly);
    }

    @Test
    void a_voicemail_that_speaks_and_presses_keys_never_accepts() throws Exception {
        assertThat(whatBecomesOf(VOICEMAIL, "voicemail")).contains("NOT_ACCEPTED");
    }

    @Test
    void a_busy_telephone_is_told_as_busy() throws Exception {
        assertThat(whatBecomesOf(BUSY, "busy")).contains("BUSY");
    }

    @Test
    void a_telephone_that_rings_too_long_is_given_up() throws Exception {
        assertThat(whatBecomesOf(SLOW, "slow")).contains("NO_ANSWER");
    }

    @Test
    void a_telephone_that_registered_and_was_switched_off_is_given_up() throws Exception {
        assertThat(whatBecomesOf(GONE, "")).containsAnyOf("NO_ANSWER", "UNREACHABLE");
    }

    /** The event with which the first attempt at {@code engineer} ended; nothing was accepted meanwhile, and the next was rung. */
    private static String whatBecomesOf(String engineer, String scenario) throws Exception {
        int port = FreePorts.udp();
        House.until(engineer + " has registered", () -> registers(engineer, port));
        if (!scenario.isEmpty()) {
            RUNNING.add(sipp(engineer, port, scenario));
        }
        String next = House.freshNumber();
        Owed owed = Owed.to(house, engineer, next);
        AttemptId attempt = owed.firstAttempt();
        house.phones.rings(next);
        House.until(
                "the attempt at " + engineer + " has ended",
                () -> owed.events("NotAccepted").stream().anyMatch(event -> event.contains(attempt.toString())));
        assertThat(owed.events("Accepted")).isEmpty();
        return owed.events("NotAccepted").stream()
                .filter(event -> event.contains(attempt.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** The hotline takes up to five seconds to know a new number. */
    private static boolean registers(String number, int port) {
        try {
            Process register = sipp(number, port, "register");
            return register.waitFor(5, TimeUnit.SECONDS) && register.exitValue() == 0;
        } catch (IOException e) {
            throw new AssertionError("registering " + number, e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static synchronized Process sipp(String number, int port, String scenario) throws IOException {
        Path folder = Files.createDirectories(house.folder.resolve("sipp-" + number));
        byte[] silence = new byte[8000];
        Arrays.fill(silence, (byte) 0xD5);
        Files.write(folder.resolve("greeting.al"), silence);
        return new ProcessBuilder(
                        Peer.root("sipp").resolve("bin/sipp").toString(),
                        "-sf",
                        SCENARIOS.resolve(scenario + ".xml").toString(),
                        "-i",
                        "127.0.0.1",
                        "-mi",
                        "127.0.0.1",
                        "-mp",
                        Integer.toString(FreePorts.range(4)),
                        "-p",
                        Integer.toString(port),
                        "-s",
                        number,
                        "-au",
                        number,
                        "-ap",
                        House.PHONE_PASSWORD.value(),
                        "-m",
                        "1",
                        "-nostdin",
                        "127.0.0.1:" + house.settings.sipPort())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(scenario + ".log").toFile())
                .start();
    }
}
