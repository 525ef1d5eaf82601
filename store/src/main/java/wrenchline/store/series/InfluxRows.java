package wrenchline.store.series;

import com.influxdb.query.InfluxQLQueryResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.InfluxPlaces.Placed;

/**
 * How readings lie in InfluxDB: one measurement, the equipment as its tag, a field for each metric and three of our own, each at a time
 * of its own ({@link InfluxPlaces}). Sums lie in two measurements more, with the metric as a second tag; a fourth tells which hours are open.
 */
final class InfluxRows {

    static final String MEASUREMENT = "readings";
    static final String MINUTES = "readings_minutes";
    static final String HOURS = "readings_hours";
    static final String OPEN_HOURS = "readings_open";
    static final String OPEN = "open";
    static final String EQUIPMENT = "equipment";
    static final String METRIC = "metric";
    static final String TIME = "time";
    static final String SEQ = "wrenchline.seq";
    static final String RECEIVED = "wrenchline.received";
    static final String INTAKE = "wrenchline.intake";

    /** Names that no metric may have here. */
    static final Set<String> OWN = Set.of(EQUIPMENT, TIME, SEQ, RECEIVED, INTAKE);

    /** InfluxDB counts nanoseconds in 64 bits. */
    static final Instant END_OF_TIME = Instant.parse("2262-01-01T00:00:00Z");

    private InfluxRows() {}

    static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }

    /** The measurement of the sums of {@code grain}. */
    static String sums(Grain grain) {
        return switch (grain) {
            case READING -> MEASUREMENT;
            case MINUTE -> MINUTES;
            case HOUR -> HOURS;
        };
    }

    private static Instant instant(String nanos) {
        return Instant.EPOCH.plusNanos(Long.parseLong(nanos));
    }

    /** With the time at which it lies. */
    static Placed placed(
            EquipmentId equipment, InfluxQLQueryResult.Series series, InfluxQLQueryResult.Series.Record row) {
        return new Placed(taken(equipment, series, row), Long.parseLong(needed(row, TIME)));
    }

    static Taken taken(
            EquipmentId equipment, InfluxQLQueryResult.Series series, InfluxQLQueryResult.Series.Record row) {
        Map<String, Double> values = new HashMap<>();
        for (String column : series.getColumns().keySet()) {
            String text = text(row, column);
            if (text != null && !OWN.contains(column)) {
                values.put(column, Double.valueOf(text));
            }
        }
        // Rows that somebody else wrote lack what we add.
        String seq = text(row, SEQ);
        String received = text(row, RECEIVED);
        Instant at = instant(needed(row, TIME));
        String intake = text(row, INTAKE);
        Reading reading = new Reading(
                equipment,
                at,
                received == null ? at : instant(received),
                seq == null ? Reading.NO_SEQ : Long.parseLong(seq),
                values);
        return new Taken(intake == null ? Taken.UNNUMBERED : Long.parseLong(intake), reading);
    }

    static DayCount count(EquipmentId equipment, InfluxQLQueryResult.Series.Record row) {
        LocalDate day = LocalDate.ofInstant(instant(needed(row, TIME)), ZoneOffset.UTC);
        return new DayCount(equipment, day, Long.parseLong(needed(row, "count")));
    }

    /** The time of a row, in microseconds since the epoch. */
    static long micros(InfluxQLQueryResult.Series.Record row) {
        return Micros.of(instant(needed(row, TIME)));
    }

    /** A row of smallest, largest, sum and number. */
    static Aggregate aggregate(InfluxQLQueryResult.Series.Record row) {
        return Aggregate.of(
                Double.parseDouble(needed(row, "min")),
                Double.parseDouble(needed(row, "max")),
                Double.parseDouble(needed(row, "sum")),
                Long.parseLong(needed(row, "count")));
    }

    static boolean isOpen(InfluxQLQueryResult.Series.Record row) {
        return Long.parseLong(needed(row, OPEN)) != 0;
    }

    private static String needed(InfluxQLQueryResult.Series.Record row, String column) {
        return Objects.requireNonNull(text(row, column), () -> "reading a row of InfluxDB: it has no " + column);
    }

    private static @Nullable String text(InfluxQLQueryResult.Series.Record row, String column) {
        Object value = row.getValueByKey(column);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
