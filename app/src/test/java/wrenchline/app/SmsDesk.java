package wrenchline.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.Secret;
import wrenchline.config.Site;
import wrenchline.config.SiteFile;
import wrenchline.config.SmsProvider;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.InboxDesk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;
import wrenchline.hotline.sms.smpp.SmppMessenger;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;
import wrenchline.testkit.sms.Smsc;
import wrenchline.testkit.sms.Submitted;

/** An outbox in PostgreSQL, two short message centres that it reaches by SMPP, and a clock that tests move. */
final class SmsDesk implements AutoCloseable {

    static final Executor LIVING = Runnable::run;

    /** Dies when it was marked what is to be sent, and before anything is sent. */
    static final Executor DYING = task -> {};

    private static final Path CONFIG = Path.of("../config");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T04:00:00Z"));
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<SmppMessenger> lines = new ArrayList<>();
    private final Database database;
    private final Desk desk;
    private final Smsc first = Smsc.start();
    private final Smsc second = Smsc.start();

    SmsDesk(Path folder) {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "wrenchline");
        database = Database.open(new DatabaseSettings.Embedded(folder, new Secret("test")), cache, clock);
        var models = ModelFiles.read(CONFIG.resolve("models"));
        desk = new Desk(
                database.transactions(),
                clock,
                PolicyFile.read(CONFIG.resolve("policy.yaml")),
                Texts.read(CONFIG.resolve("texts")),
                models);
        Site site = SiteFile.read(CONFIG.resolve("demo/site.yaml"), models.keySet());
        desk.transactions().run(books -> {
            site.customers().forEach(books.register()::put);
            site.equipment().forEach(books.register()::put);
            books.rosters().replace(site.roster());
        });
        lines.add(line("first", first.port()));
        lines.add(line("second", second.port()));
        NoticeDesk receipts = sending(SendingRules.USUAL, LIVING, 2);
        lines.forEach(line -> line.start(new InboxDesk(receipts, new ReplyDesk(desk))));
        lines.forEach(line -> await(line.name() + " is connected", line::ready));
    }

    Desk desk() {
        return desk;
    }

    SettableClock clock() {
        return clock;
    }

    Smsc first() {
        return first;
    }

    Smsc second() {
        return second;
    }

    boolean isConnected() {
        return lines.stream().allMatch(SmppMessenger::ready);
    }

    /** Sends by the first {@code centres} of the two. */
    NoticeDesk sending(SendingRules rules, Executor executor, int centres) {
        return new NoticeDesk(desk, new Providers(lines.subList(0, centres)), rules, executor);
    }

    /** Hands what is due to the first centre and dies of the answer, before it is written down. */
    void sendAndDie() {
        Executor dying = task -> {
            try {
                task.run();
            } catch (Killed asWanted) {
                // Nothing follows.
            }
        };
        new NoticeDesk(desk, new Providers(List.of(new Dying(lines.getFirst()))), SendingRules.USUAL, dying)
                .submitDue();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Dying(Messenger line) implements Messenger {

        @Override
        public String name() {
            return line.name();
        }

        @Override
        public boolean ready() {
            return line.ready();
        }

        @Override
        public Submission submit(Notice notice) {
            line.submit(notice);
            throw new Killed();
        }

        @Override
        public Lookup ask(Notice notice, List<String> ids) {
            return line.ask(notice, ids);
        }
    }

    /** Lets {@code time} pass, in which {@code outbox} looks what is due: every five seconds, after three minutes less often. */
    void pass(NoticeDesk outbox, Duration time) {
        Instant often = clock.instant().plus(Duration.ofMinutes(3));
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            outbox.submitDue();
            clock.advance(clock.instant().isBefore(often) ? Duration.ofSeconds(5) : Duration.ofMinutes(10));
        }
        outbox.submitDue();
    }

    String nextNumber() {
        return "1370000%04d".formatted(numbers.incrementAndGet());
    }

    NoticeId write(String number, String text) {
        Notice notice = new Notice(
                new NoticeId(UUID.randomUUID()),
                NoticeKind.DISPATCH,
                Notice.NO_TICKET,
                number,
                "",
                text,
                clock.instant());
        desk.transactions()
                .run(books -> books.notices().open(notice, new NoticeMachine().initial(notice), clock.instant()));
        return notice.id();
    }

    NoticeState state(NoticeId id) {
        return desk.transactions()
                .call(books -> books.notices().find(id))
                .orElseThrow()
                .state();
    }

    static List<Submitted> taken(Smsc centre, String number) {
        return centre.taken().stream()
                .filter(message -> message.to().equals("86" + number))
                .toList();
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static SmppMessenger line(String name, int port) {
        return new SmppMessenger(new SmsProvider.Smpp(
                name,
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
                Duration.ofMillis(500),
                SmsProvider.Smpp.Joining.UDH,
                SmsProvider.Smpp.Latin.GSM,
                SmsProvider.Smpp.ReceiptIds.AUTO));
    }

    @Override
    public void close() {
        lines.forEach(SmppMessenger::close);
        first.close();
        second.close();
        database.close();
    }
}
