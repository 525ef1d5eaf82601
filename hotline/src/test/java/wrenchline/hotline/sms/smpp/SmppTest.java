package wrenchline.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import wrenchline.config.Secret;
import wrenchline.config.SmsProvider;
import wrenchline.config.SmsProvider.Smpp.Joining;
import wrenchline.config.SmsProvider.Smpp.Latin;
import wrenchline.config.SmsProvider.Smpp.ReceiptIds;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Messenger.Lookup;
import wrenchline.core.notice.Messenger.Submission;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.hotline.sms.RecordedInbox;
import wrenchline.hotline.sms.Sample;
import wrenchline.testkit.sms.Reaction;
import wrenchline.testkit.sms.Smsc;
import wrenchline.testkit.sms.Submitted;

/** The SMPP adapter against a short message centre that was written without its library. */
class SmppTest {

    private static final String LONG_CHINESE = "工单1001 二号举升机油温过高,请尽快处理。".repeat(8);
    private static final String LONG_LATIN = "Ticket 1001: two-post lift 2, oil too hot. ".repeat(8);

    private final RecordedInbox inbox = new RecordedInbox();
    private final Smsc centre = Smsc.start();
    private @Nullable SmppMessenger messenger;

    @AfterEach
    void close() {
        if (messenger != null) {
            messenger.close();
        }
        centre.close();
    }

    @ParameterizedTest
    @EnumSource(Joining.class)
    void a_text_of_any_length_and_alphabet_arrives_whole(Joining joining) {
        SmppMessenger smpp = connect(settings(joining, Latin.GSM, ReceiptIds.SAME));
        for (String text : List.of(
                "Lift 2 is too hot", "二号举升机油温过高", LONG_LATIN, LONG_CHINESE, "短".repeat(66) + "😀" + "信".repeat(9))) {
            int before = centre.taken().size();
            assertThat(smpp.submit(Sample.notice(text))).isInstanceOf(Submission.Accepted.class);
            List<Submitted> parts =
                    centre.taken().subList(before, centre.taken().size());
            assertThat(parts.stream().map(Submitted::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            assertThat(parts).allMatch(part -> part.segments() == parts.size());
            assertThat(parts.stream().map(Submitted::segment))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, parts.size()).boxed().toList());
            assertThat(parts.stream().map(Submitted::reference).distinct()).hasSize(1);
            assertThat(parts).allMatch(part -> part.to().equals("86" + Sample.NUMBER));
        }
    }

    @Test
    void a_latin_text_takes_one_octet_a_character_unless_the_centre_wants_it_wide() {
        connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME)).submit(Sample.notice("Lift 2"));
        assertThat(centre.taken().getLast().coding()).isZero();
        close();
        try (Smsc wide = Smsc.start();
                SmppMessenger smpp =
                        new SmppMessenger(settings(wide.port(), Joining.UDH, Latin.UCS2, ReceiptIds.SAME))) {
            smpp.start(inbox);
            awaitBound(smpp);
            smpp.submit(Sample.notice(LONG_LATIN));
            assertThat(wide.taken()).hasSizeGreaterThan(3).allMatch(part -> part.coding() == 8);
        }
    }

    @ParameterizedTest
    @CsvSource({"AUTO, true", "DECIMAL, true", "HEX, false", "SAME, true"})
    void a_receipt_finds_its_message_whether_ids_are_hex_or_decimal(ReceiptIds form, boolean answerInHex)
            throws Exception {
        centre.idsAs(
                number -> answerInHex ? "000000" + Integer.toHexString(number).toUpperCase(Locale.ROOT) : "" + number);
        SmppMessenger smpp = connect(settings(Joining.UDH, Latin.GSM, form));
        Submission.Accepted accepted = (Submission.Accepted) smpp.submit(Sample.notice("Lift 2"));
        Submitted taken = centre.taken().getLast();
        String written = switch (form) {
            case SAME -> taken.id();
            case HEX -> Integer.toHexString(Integer.parseInt(taken.id()));
            case AUTO, DECIMAL -> "" + Integer.parseInt(taken.id(), 16);
        };

        assertThat(centre.receipt(taken, written, "DELIVRD").get(20, TimeUnit.SECONDS))
                .isZero();

        var receipt = RecordedInbox.next(inbox.receipts);
        assertThat(receipt.ids()).contains(accepted.ids().getFirst());
        assertThat(receipt.number()).isEqualTo(Sample.NUMBER);
        assertThat(receipt.outcome()).isEqualTo(Outcome.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({"DELIVRD, DELIVERED", "EXPIRED, EXPIRED", "UNDELIV, FAILED", "REJECTD, FAILED", "ACCEPTD, PENDING"})
    void each_state_of_a_receipt_is_understood(String state, Outcome outcome) throws Exception {
        connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME)).submit(Sample.notice("Lift 2"));
        centre.receipt(centre.taken().getLast(), state).get(20, TimeUnit.SECONDS);
        assertThat(RecordedInbox.next(inbox.receipts).outcome()).isEqualTo(outcome);
    }

    @Test
    void what_cannot_be_kept_is_refused_so_that_it_comes_again() throws Exception {
        connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME));
        inbox.broken = true;
        assertThat(centre.say("86" + Sample.NUMBER, "接 4827").get(20, TimeUnit.SECONDS))
                .isNotZero();
        inbox.broken = false;
        assertThat(centre.say("86" + Sample.NUMBER, "接 4827").get(20, TimeUnit.SECONDS))
                .isZero();
        assertThat(RecordedInbox.next(inbox.messages)).isEqualTo(new Incoming("smsc", Sample.NUMBER, "接 4827"));
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLE, NotNow",
        "NO_SUCH_NUMBER, Refused",
        "REJECT, NotHere",
        "CUT, Unclear",
        "ACCEPT_AND_CUT, Unclear",
        "ACCEPT_SILENTLY, Unclear"
    })
    void a_submission_that_was_not_simply_taken_is_told_apart(Reaction reaction, String expected) {
        SmppMessenger smpp = connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME));
        centre.react(submitted -> reaction);
        assertThat(smpp.submit(Sample.notice("Lift 2")).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void it_connects_again_after_the_connection_was_cut() {
        SmppMessenger smpp = connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME));
        centre.cut();
        await("another bind", () -> centre.binds() == 2);
        awaitBound(smpp);
        assertThat(smpp.submit(Sample.notice("Lift 2"))).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void a_message_that_was_never_answered_cannot_be_asked_about() {
        SmppMessenger smpp = connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME));
        assertThat(smpp.ask(Sample.notice("Lift 2"), List.of())).isInstanceOf(Lookup.Silent.class);
    }

    @Test
    void a_wrong_password_is_trouble_and_messages_go_elsewhere() {
        centre.demandPassword("another");
        SmppMessenger smpp = new SmppMessenger(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME));
        messenger = smpp;
        smpp.start(inbox);
        await(
                "the refusal",
                () -> smpp.trouble().filter(why -> why.contains("bind")).isPresent());
        assertThat(smpp.ready()).isFalse();
        assertThat(smpp.submit(Sample.notice("Lift 2"))).isInstanceOf(Submission.NotNow.class);
    }

    @Test
    void neither_numbers_nor_texts_nor_passwords_are_logged() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            SmppMessenger smpp = connect(settings(Joining.UDH, Latin.GSM, ReceiptIds.SAME));
            smpp.submit(Sample.notice("Secret of lift 2"));
            centre.receipt(centre.taken().getLast(), "DELIVRD").get(20, TimeUnit.SECONDS);
            inbox.broken = true;
            centre.say("86" + Sample.NUMBER, "接 4827").get(20, TimeUnit.SECONDS);
            centre.demandPassword("another");
            centre.react(submitted -> Reaction.CUT);
            smpp.submit(Sample.notice("Secret of lift 2"));
            await(
                    "the refusal",
                    () -> smpp.trouble().filter(why -> why.contains("bind")).isPresent());
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                        .map(event -> event.getFormattedMessage() + event.getThrowableProxy()))
                .isNotEmpty()
                .noneMatch(line -> line.contains(Sample.NUMBER)
                        || line.contains("Secret of")
                        || line.contains("4827")
                        || line.contains("pass-1"));
    }

    @Test
    void with_tls_the_certificate_must_be_vouched_for(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path certificate = folder.resolve("centre.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "centre",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "sample");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "centre",
                "-keystore",
                keys.toString(),
                "-storepass",
                "sample",
                "-file",
                certificate.toString());
        try (Smsc secured = Smsc.start(context(keys).getServerSocketFactory(), 0);
                SmppMessenger trusting = new SmppMessenger(tls(secured.port(), certificate));
                SmppMessenger careful = new SmppMessenger(tls(secured.port(), null))) {
            trusting.start(inbox);
            careful.start(inbox);
            awaitBound(trusting);
            assertThat(trusting.submit(Sample.notice("Lift 2"))).isInstanceOf(Submission.Accepted.class);
            await(
                    "the distrust",
                    () -> careful.trouble()
                            .filter(why -> why.contains("certification"))
                            .isPresent());
        }
    }

    private SmppMessenger connect(SmsProvider.Smpp settings) {
        SmppMessenger smpp = new SmppMessenger(settings);
        messenger = smpp;
        smpp.start(inbox);
        awaitBound(smpp);
        return smpp;
    }

    private static void awaitBound(SmppMessenger smpp) {
        await("the connection", smpp::ready);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private SmsProvider.Smpp settings(Joining joining, Latin latin, ReceiptIds ids) {
        return settings(centre.port(), joining, latin, ids);
    }

    private static SmsProvider.Smpp settings(int port, Joining joining, Latin latin, ReceiptIds ids) {
        return new SmsProvider.Smpp(
                "smsc",
                "127.0.0.1",
                port,
                false,
                null,
                "sample",
                new Secret("pass-1"),
                "",
                "",
                "10690000",
                "86",
                10,
                1000,
                Duration.ofSeconds(30),
                Duration.ofMillis(1500),
                joining,
                latin,
                ids);
    }

    private static SmsProvider.Smpp tls(int port, @Nullable Path authority) {
        return new SmsProvider.Smpp(
                "smsc",
                "localhost",
                port,
                true,
                authority,
                "sample",
                new Secret("pass-1"),
                "",
                "",
                "10690000",
                "86",
                10,
                1000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Joining.UDH,
                Latin.GSM,
                ReceiptIds.SAME);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, "sample".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, "sample".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }
}
