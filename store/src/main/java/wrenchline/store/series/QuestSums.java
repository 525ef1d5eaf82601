package wrenchline.store.series;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.arr.ArrayView;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.wal.WalWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.store.series.Pieces.Piece;

/**
 * Sums by the minute and by the hour, in two tables with a row for each metric of each machine. A series is a machine and one of its
 * metrics as one symbol, so that the index leads to the rows of one metric alone.
 */
record QuestSums(QuestTable table, QuestApplier applier, MetricSets sets) {

    private static final int DOUBLES = ColumnType.encodeArrayType(ColumnType.DOUBLE, 1);
    private static final String BETWEEN = "\u001f";
    private static final List<Grain> GRAINS = List.of(Grain.MINUTE, Grain.HOUR);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Rows that are written in one commit, so that not all of them are in memory. */
    private static final int MANY = 200_000;

    /** The column of {@code buckets} in a question, as {@link #merge} wants it first. */
    static String bucket(Buckets buckets) {
        return "(cast(at as long) - " + buckets.start() + ") / " + buckets.width() + " bucket";
    }

    /** Adds a row of part, smallest, largest, sum and number to {@code parts}. */
    static void merge(Record row, Map<Long, Aggregate> parts) {
        if (row.getLong(4) > 0) {
            parts.merge(
                    row.getLong(0),
                    Aggregate.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getLong(4)),
                    Aggregate::with);
        }
    }

    /** What {@code metric} came to in {@code piece}, by the parts of {@code buckets}. */
    Map<Long, Aggregate> aggregate(EquipmentId equipment, String metric, Buckets buckets, Piece piece) {
        Map<Long, Aggregate> parts = new HashMap<>();
        String query = "select " + bucket(buckets) + ", min(min), max(max), sum(sum), sum(count) from "
                + table.sums(piece.grain()).getTableName() + " where series = "
                + QuestTable.quoted(equipment + BETWEEN + metric) + " and "
                + QuestTable.range(piece.from(), piece.to());
        table.read(query, row -> merge(row, parts));
        return parts;
    }

    /** Sums up whole hours anew; see {@link SummingUp.Work}. */
    void sumUp(long from, long to) {
        if (!applier.awaitReadable(table.token(), PATIENCE)) {
            throw unavailable("the table of readings is behind");
        }
        Run run = new Run();
        try {
            table.read(
                    "select at, equipment, metrics, data from readings where " + QuestTable.range(from, to), run::add);
            run.finish();
        } catch (RuntimeException | Error failure) {
            run.discard(failure);
            throw failure;
        }
        run.close();
        for (Grain grain : GRAINS) {
            if (!applier.awaitReadable(table.sums(grain), PATIENCE)) {
                throw unavailable("the table of sums is behind");
            }
        }
    }

    private static HistoryUnavailable unavailable(String reason) {
        return new HistoryUnavailable("summing up readings", new IllegalStateException(reason));
    }

    /** One way through readings in the order of their time. */
    private final class Run {

        private final List<Sums> grains = GRAINS.stream().map(Sums::new).toList();
        private final Map<Long, List<String>> series = new HashMap<>();

        void add(Record row) {
            long at = row.getTimestamp(0);
            // Symbols as numbers: the same names come with each reading.
            long key = ((long) row.getInt(1) << 32) | row.getInt(2);
            List<String> names = series.get(key);
            if (names == null) {
                names = names(row);
                series.put(key, names);
            }
            ArrayView data = row.getArray(3, DOUBLES);
            for (Sums sums : grains) {
                sums.add(at, key, names, data);
            }
        }

        private List<String> names(Record row) {
            String machine = Objects.requireNonNull(row.getSymA(1)) + BETWEEN;
            return sets.of(Objects.requireNonNull(row.getSymA(2)).toString()).names().stream()
                    .map(machine::concat)
                    .toList();
        }

        void finish() {
            grains.forEach(Sums::finish);
        }

        void close() {
            grains.forEach(sums -> sums.writer.close());
        }

        void discard(Throwable failure) {
            grains.forEach(sums -> FailedWriter.discard(sums.writer, failure));
        }
    }

    /** The sums of one unit of time after the other. */
    private final class Sums {

        private final Grain grain;
        private final WalWriter writer;
        private final Map<String, Aggregate> bySeries = new HashMap<>();
        private final Map<Long, Aggregate[]> byKey = new HashMap<>();
        private long unit;
        private int rows;

        Sums(Grain grain) {
            this.grain = grain;
            this.writer = table.engine().getWalWriter(table.sums(grain));
        }

        void add(long at, long key, List<String> names, ArrayView data) {
            if (at - unit >= grain.micros()) {
                write();
                unit = grain.floor(at);
            }
            Aggregate[] aggregates = byKey.computeIfAbsent(key, _ -> aggregates(names));
            for (int index = 0; index < aggregates.length; index++) {
                double value = data.getDouble(index);
                if (!Double.isNaN(value)) {
                    aggregates[index].add(value);
                }
            }
        }

        private Aggregate[] aggregates(List<String> names) {
            return names.stream()
                    .map(name -> bySeries.computeIfAbsent(name, _ -> new Aggregate()))
                    .toArray(Aggregate[]::new);
        }

        private void write() {
            bySeries.forEach((series, aggregate) -> {
                if (aggregate.count() > 0) {
                    TableWriter.Row row = writer.newRow(unit);
                    row.putSym(1, series);
                    row.putDouble(2, aggregate.min());
                    row.putDouble(3, aggregate.max());
                    row.putDouble(4, aggregate.sum());
                    row.putLong(5, aggregate.count());
                    row.append();
                    rows++;
                    aggregate.clear();
                }
            });
            if (rows >= MANY) {
                commit();
            }
        }

        private void commit() {
            writer.commit();
            rows = 0;
        }

        void finish() {
            write();
            commit();
        }
    }
}
