package wrenchline.dashboard.http;

import java.nio.file.Path;
import java.time.Instant;
import wrenchline.config.HistorySettings;
import wrenchline.core.reading.Readings;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.StoredDatabases;
import wrenchline.dashboard.memory.MemoryTelemetry;
import wrenchline.dashboard.memory.SampleSite;
import wrenchline.store.series.QuestReadings;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;

/** The sample site in the real database. */
final class StoredSite implements AutoCloseable {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T02:00:00Z"));
    private final Path data;
    private final Database database = StoredDatabases.fresh(clock);
    private final Readings readings;

    private StoredSite(Path data, Readings readings) {
        this.data = data;
        this.readings = readings;
    }

    /** With a history in memory. */
    StoredSite(Path data) {
        this(data, new MemoryTelemetry());
    }

    /** With the real history too. */
    static StoredSite withHistory(Path data) {
        return new StoredSite(data, QuestReadings.open(new HistorySettings.Quest(data.resolve("questdb"))));
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
        if (readings instanceof QuestReadings quest) {
            quest.close();
        }
        database.close();
    }
}
