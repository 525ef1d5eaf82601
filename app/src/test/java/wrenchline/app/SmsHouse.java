package wrenchline.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.Secret;
import wrenchline.config.Site;
import wrenchline.config.SiteFile;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.InboxDesk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketKind;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;

/** The desk with the sample site on a real database, under a clock that stories move. */
final class SmsHouse implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    static final String ENGINEER = "13800000001";

    final SettableClock clock = new SettableClock(NOON);
    final Database database;
    final Desk desk;

    SmsHouse(Path folder) {
        Path config = Path.of("../config");
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "wrenchline");
        database = Database.open(
                new DatabaseSettings.Embedded(folder.resolve("postgres"), new Secret("test")), cache, clock);
        var models = ModelFiles.read(config.resolve("models"));
        desk = new Desk(
                database.transactions(),
                clock,
                PolicyFile.read(config.resolve("policy.yaml")),
                Texts.read(config.resolve("texts")),
                models);
        Site site = SiteFile.read(config.resolve("demo/site.yaml"), models.keySet());
        desk.transactions().run(books -> {
            site.customers().forEach(books.register()::put);
            site.equipment().forEach(books.register()::put);
            books.rosters().replace(site.roster());
        });
    }

    NoticeDesk sending(SendingRules rules, Executor executor, Messenger... messengers) {
        return new NoticeDesk(desk, new Providers(List.of(messengers)), rules, executor);
    }

    NoticeDesk sending(Messenger... messengers) {
        return sending(new SendingRules(SendingRules.USUAL.quiet(), 100_000, 6), Runnable::run, messengers);
    }

    Inbox inbox(NoticeDesk notices) {
        return new InboxDesk(notices, new ReplyDesk(desk));
    }

    /** A notice that asks the engineer on duty to take a new ticket. Time moves on by a second. */
    Notice dispatch(Severity severity) {
        clock.advance(Duration.ofSeconds(1));
        new TicketDesk(desk)
                .open(new TicketDesk.Wanted(
                        clock.instant().toString(),
                        new EquipmentId("lift-02"),
                        TicketKind.FAULT,
                        severity,
                        "OVERHEATING",
                        new Report("", "", "", "sample"),
                        new Origin.Entered("sample", Origin.Via.API)));
        return newest();
    }

    Notice newest() {
        return desk.transactions()
                .call(books -> books.notices().newest(1))
                .getFirst()
                .facts();
    }

    NoticeState state(Notice notice) {
        return tracked(notice).state();
    }

    Tracked<Notice, NoticeState> tracked(Notice notice) {
        return desk.transactions()
                .call(books -> books.notices().look(notice.id()))
                .orElseThrow();
    }

    TicketState ticket(TicketId id) {
        return desk.transactions()
                .call(books -> books.tickets().look(id))
                .orElseThrow()
                .state();
    }

    /** What was written to {@code number} and is still in the outbox or was sent, newest first. */
    List<Notice> to(String number) {
        return desk.transactions().call(books -> books.notices().to(number, Instant.EPOCH)).stream()
                .map(Tracked::facts)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
