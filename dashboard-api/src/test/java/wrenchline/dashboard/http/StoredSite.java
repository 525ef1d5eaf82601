package wrenchline.dashboard.http;

import java.nio.file.Path;
import java.time.Instant;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.HistorySettings;
import wrenchline.config.Secret;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;
import wrenchline.store.series.QuestReadings;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;

/** The sample site in the real stores, both embedded. */
final class StoredSite implements AutoCloseable {

    /** Kept between runs, so that the programs are unpacked only once. */
    private static final Path CACHE = Path.of("target", "postgres-cache");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T02:00:00Z"));
    private final Path data;
    private final Database database;
    private final QuestReadings readings;

    StoredSite(Path data) {
        this.data = data;
        var settings = new DatabaseSettings.Embedded(data.resolve("postgres"), new Secret("a password of these tests"));
        database = Database.open(settings, CACHE, clock);
        readings = QuestReadings.open(new HistorySettings.Quest(data.resolve("questdb")));
    }

    SampleServer server() {
        return new SampleServer(
                clock,
                time -> new SampleSite(
                        time,
                        data,
                        database.transactions(),
                        database.calls(),
                        database.quarantine(),
                        database.ledger(),
                        database.devices(),
                        readings,
                        database.changes(),
                        database.access(),
                        database.webhooks()));
    }

    @Override
    public void close() {
        readings.close();
        database.close();
    }
}
