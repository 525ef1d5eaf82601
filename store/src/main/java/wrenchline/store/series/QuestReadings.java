package wrenchline.store.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.Pieces.Piece;

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
    private final HourFile notes;
    private final OpenHours open;
    private final QuestSums sums;
    private final SummingUp summingUp;
    private volatile Sealed sealed = new Sealed(Horizon.NONE);

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
        this.notes = HourFile.open(folder.path(), queries::hours);
        this.open = new OpenHours(notes);
        this.sums = new QuestSums(table, applier, sets);
        this.summingUp = new SummingUp(open, sums::sumUp);
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
        List<Taken> refused = new ArrayList<>();
        open.during(readings, () -> {
            refused.addAll(sealed.older(readings));
            refused.addAll(writer.write(sealed.rest(readings)));
        });
        if (!refused.isEmpty()) {
            throw new ReadingsRefused(
                    "keeping readings: only times from " + sealed.from()
                            + " to 9999 can be kept, and so many names of metrics",
                    refused);
        }
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        applier.awaitReadable();
        Buckets buckets = Buckets.of(from, to, points);
        return Pieces.of(buckets, open.all(), sealed.kept()).stream()
                .map(piece -> aggregate(equipment, metric, buckets, piece))
                .collect(buckets.points());
    }

    private Map<Long, Aggregate> aggregate(EquipmentId equipment, String metric, Buckets buckets, Piece piece) {
        return switch (piece.grain()) {
            case READING -> queries.aggregate(equipment, metric, buckets, piece.from(), piece.to());
            case MINUTE, HOUR -> sums.aggregate(equipment, metric, buckets, piece);
        };
    }

    /** Sums up what is not summed up yet and not being written to, now and not later. */
    public void sumUp() {
        summingUp.run(Duration.ZERO);
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
    public void seal(Horizon horizon) {
        sealed = new Sealed(horizon);
        open.awaitCalmBefore(Micros.of(horizon.readings()));
    }

    @Override
    public void purge() {
        if (summingUp.isDoneBefore(Micros.of(sealed.from()))) {
            Horizon horizon = sealed.horizon();
            table.drop(table.token(), horizon.readings());
            table.drop(table.sums(Grain.MINUTE), sealed.week());
            table.drop(table.sums(Grain.HOUR), sealed.month());
        }
    }

    @Override
    public void close() {
        summingUp.close();
        writer.close();
        applier.close();
        notes.close();
        table.close();
        folder.close();
    }
}
