package wrenchline.store.series;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/**
 * The telemetry history in QuestDB, in this process. Times are kept to the microsecond. What is kept of
 * readings from before they were numbered has no number.
 */
public final class QuestReadings implements Readings, AutoCloseable {

    private final QuestFolder folder;
    private final QuestTable table;
    private final QuestApplier applier;
    private final QuestQueries queries;
    private final LatestValues latest = new LatestValues();
    private final QuestWriter writer;

    private QuestReadings(QuestFolder folder) {
        this.folder = folder;
        this.table = new QuestTable(folder);
        this.applier = new QuestApplier(table);
        MetricSets sets = new MetricSets();
        this.queries = new QuestQueries(table, sets);
        // What was committed and not yet in the table when the last run ended.
        applier.awaitReadable();
        queries.learnSets();
        queries.learnLatest(latest);
        this.writer = new QuestWriter(table, sets, latest);
    }

    /** Opens the history in a folder, which no other process may use meanwhile. */
    public static QuestReadings open(HistorySettings.Quest settings) {
        QuestFolder folder = QuestFolder.take(settings.folder());
        try {
            return new QuestReadings(folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public void keep(List<Taken> readings) {
        applier.awaitRoom();
        List<Taken> refused = writer.write(readings);
        if (!refused.isEmpty()) {
            throw new ReadingsRefused(
                    "keeping readings: only times from 1970 to 9999 can be kept, and so many names of metrics",
                    refused);
        }
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        applier.awaitReadable();
        return queries.history(equipment, metric, from, to, points);
    }

    @Override
    public Map<Reading, Long> find(Collection<Reading> readings) {
        return Search.find(readings, this::replay);
    }

    @Override
    public List<DayCount> counts(Instant from, Instant to) {
        applier.awaitReadable();
        return queries.counts(from, to);
    }

    @Override
    public boolean answers() {
        return applier.isNear();
    }

    @Override
    public List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        applier.awaitReadable();
        return queries.replay(equipment, from, to);
    }

    @Override
    public List<Latest> latest() {
        return latest.all();
    }

    @Override
    public void close() {
        writer.close();
        applier.close();
        table.close();
        folder.close();
    }
}
