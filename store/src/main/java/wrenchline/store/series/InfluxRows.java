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
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/**
 * How readings lie in InfluxDB: one measurement, the equipment as its tag, a field for each metric and three of our own. InfluxDB
 * joins what has the same time, so the last three digits of the nanoseconds, which our times do not use, come from the reading's
 * digest. Two different readings of one machine and one microsecond still meet once in a thousand times, and are joined.
 */
final class InfluxRows {

    static final String MEASUREMENT = "readings";
    static final String EQUIPMENT = "equipment";
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

    /** Where {@code reading} lies. */
    static long place(Reading reading) {
        return nanos(reading.at()) + Long.remainderUnsigned(reading.digest(), 1_000);
    }

    private static Instant instant(String nanos) {
        return Instant.EPOCH.plusNanos(Long.parseLong(nanos));
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

    static Point point(InfluxQLQueryResult.Series.Record row) {
        return new Point(
                instant(needed(row, TIME)),
                Double.parseDouble(needed(row, "min")),
                Double.parseDouble(needed(row, "max")),
                Double.parseDouble(needed(row, "mean")),
                Long.parseLong(needed(row, "count")));
    }

    private static String needed(InfluxQLQueryResult.Series.Record row, String column) {
        return Objects.requireNonNull(text(row, column), () -> "reading a row of InfluxDB: it has no " + column);
    }

    private static @Nullable String text(InfluxQLQueryResult.Series.Record row, String column) {
        Object value = row.getValueByKey(column);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
