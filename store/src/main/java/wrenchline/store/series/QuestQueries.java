package wrenchline.store.series;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.arr.ArrayView;
import io.questdb.cairo.sql.Record;
import io.questdb.std.Numbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.MetricSets.MetricSet;

/** What is asked of the table. */
record QuestQueries(QuestTable table, MetricSets sets) {

    private static final int DOUBLES = ColumnType.encodeArrayType(ColumnType.DOUBLE, 1);

    /** In the order of the places that {@link QuestTable} names. */
    private static final String COLUMNS = "at, received, seq, equipment, metrics, data, intake";

    /** How far back before the newest reading all sets of metrics are looked at for their newest values. */
    private static final String RECENT = "select dateadd('d', -2, max(at)) from readings";

    /** Enters every set of metrics that the table holds. */
    void learnSets() {
        table.read("select distinct metrics from readings", row -> sets.of(symbol(row, 0)));
    }

    /** Shows {@code latest} the newest readings of all equipment. */
    void learnLatest(LatestValues latest) {
        List<String> silent = new ArrayList<>();
        String columns = "select " + COLUMNS + " from readings ";
        table.read("select distinct equipment from readings", row -> silent.add(symbol(row, 0)));
        table.read(columns + "where at >= (" + RECENT + ") latest on at partition by equipment, metrics", row -> {
            Reading reading = reading(row);
            silent.remove(reading.equipment().value());
            latest.see(reading);
        });
        // Equipment that has been silent for long is found by the index, one at a time.
        for (String equipment : silent) {
            table.read(
                    columns + "where equipment = " + QuestTable.quoted(equipment)
                            + " latest on at partition by equipment",
                    row -> latest.see(reading(row)));
        }
    }

    /** What {@code metric} came to in {@code [from, to)}, by the parts of {@code buckets}. */
    Map<Long, Aggregate> aggregate(EquipmentId equipment, String metric, Buckets buckets, long from, long to) {
        Map<Long, Aggregate> parts = new HashMap<>();
        // A metric may stand at different places in different sets, and each place is a question of its own.
        sets.holding(metric).forEach((place, symbols) -> {
            String value = "data[" + place + "]";
            String among = symbols.stream().map(QuestTable::quoted).collect(Collectors.joining(", "));
            String query = "select " + QuestSums.bucket(buckets) + ", min(" + value + "), max(" + value + "), sum("
                    + value + "), count(" + value + ") from readings where equipment = "
                    + QuestTable.quoted(equipment.value()) + " and " + QuestTable.range(from, to) + " and metrics in ("
                    + among + ")";
            table.read(query, row -> QuestSums.merge(row, parts));
        });
        return parts;
    }

    /** The beginnings of all hours that hold readings, in microseconds since the epoch. */
    List<Long> hours() {
        List<Long> hours = new ArrayList<>();
        table.read("select distinct timestamp_floor('h', at) from readings", row -> hours.add(row.getTimestamp(0)));
        return hours;
    }

    /** In the order of their times, and what has the same time in the order of arrival. */
    List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        List<Taken> readings = new ArrayList<>();
        String query = "select " + COLUMNS + " from readings" + range(equipment, from, to) + " order by at, intake";
        table.read(query, row -> readings.add(new Taken(intake(row), reading(row))));
        return readings;
    }

    List<DayCount> counts(Instant from, Instant to) {
        List<DayCount> counts = new ArrayList<>();
        String query = "select equipment, timestamp_floor('d', at) day, count() from readings where " + range(from, to)
                + " group by equipment, day";
        table.read(query, row -> counts.add(count(row)));
        return counts;
    }

    private static DayCount count(Record row) {
        LocalDate day = LocalDate.ofInstant(Micros.instant(row.getTimestamp(1)), ZoneOffset.UTC);
        return new DayCount(new EquipmentId(symbol(row, 0)), day, row.getLong(2));
    }

    private static String range(EquipmentId equipment, Instant from, Instant to) {
        return " where equipment = " + QuestTable.quoted(equipment.value()) + " and " + range(from, to);
    }

    private static String range(Instant from, Instant to) {
        return QuestTable.range(Micros.of(HistoryTimes.bound(from)), Micros.of(HistoryTimes.bound(to)));
    }

    private static long intake(Record row) {
        long intake = row.getLong(QuestTable.INTAKE);
        return intake == Numbers.LONG_NULL ? Taken.UNNUMBERED : intake;
    }

    private Reading reading(Record row) {
        MetricSet set = sets.of(symbol(row, QuestTable.METRICS));
        ArrayView data = row.getArray(QuestTable.VALUES, DOUBLES);
        Map<String, Double> values = HashMap.newHashMap(set.names().size());
        for (int index = 0; index < set.names().size(); index++) {
            double value = data.getDouble(index);
            if (!Double.isNaN(value)) {
                values.put(set.names().get(index), value);
            }
        }
        return new Reading(
                new EquipmentId(symbol(row, QuestTable.EQUIPMENT)),
                Micros.instant(row.getTimestamp(QuestTable.AT)),
                Micros.instant(row.getTimestamp(QuestTable.RECEIVED)),
                row.getLong(QuestTable.SEQ),
                values);
    }

    private static String symbol(Record row, int column) {
        return Objects.requireNonNull(row.getSymA(column)).toString();
    }
}
