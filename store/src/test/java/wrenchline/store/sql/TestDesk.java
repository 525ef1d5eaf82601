package wrenchline.store.sql;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.Site;
import wrenchline.config.SiteFile;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Severity;
import wrenchline.core.promise.Policy;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketKind;
import wrenchline.testkit.SettableClock;

/** The desk with the shipped policy, texts and sample site, over the real PostgreSQL and under a clock that can be set. */
final class TestDesk implements AutoCloseable {

    static final Path CONFIG = Path.of("../config");

    /** A Monday at nine in the morning in Shanghai. */
    static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");

    private static final Map<String, EquipmentModel> MODELS = ModelFiles.read(CONFIG.resolve("models"));
    private static final Site SITE = SiteFile.read(CONFIG.resolve("demo/site.yaml"), MODELS.keySet());

    final SettableClock clock = new SettableClock(BEGAN);
    final Database database = TestDatabase.open();
    final Desk desk;
    final TicketDesk tickets;
    final Sweep sweep;

    TestDesk() {
        this(PolicyFile.read(CONFIG.resolve("policy.yaml")));
    }

    TestDesk(Policy policy) {
        desk = new Desk(database.transactions(), clock, enter(policy), Texts.read(CONFIG.resolve("texts")), MODELS);
        desk.transactions().run(books -> {
            books.rosters().replace(SITE.roster());
            SITE.customers().forEach(books.register()::put);
            SITE.equipment().forEach(books.register()::put);
        });
        tickets = new TicketDesk(desk);
        sweep = new Sweep(desk);
    }

    /** Puts {@code policy} in force, as a start of the product does. */
    Policy enter(Policy policy) {
        return database.transactions().call(books -> books.policies().enter(policy, clock.instant()));
    }

    TicketId report(String key) {
        return report(key, null);
    }

    TicketId report(String key, @Nullable EquipmentId equipment) {
        return report(tickets, key, equipment);
    }

    static TicketId report(TicketDesk tickets, String key, @Nullable EquipmentId equipment) {
        var wanted = new TicketDesk.Wanted(
                key,
                equipment,
                TicketKind.FAULT,
                Severity.MAJOR,
                "REPORTED",
                new Report("", "", "", "no lift"),
                new Origin.Entered("A", Origin.Via.API));
        return ((TicketDesk.Entered.Done) tickets.open(wanted)).ticket();
    }

    /** Does all that is due by now. */
    void settle() {
        int done;
        do {
            done = sweep.promises() + sweep.escalations() + sweep.callbacks();
        } while (done > 0);
    }

    void touch(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    @Override
    public void close() {
        database.close();
    }
}
