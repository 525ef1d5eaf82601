package wrenchline.store.series;

import com.influxdb.client.InfluxQLQueryApi;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.query.InfluxQLQueryResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.InfluxPlaces.Placed;
import wrenchline.store.series.Pieces.Piece;

/**
 * What is asked of InfluxDB, in InfluxQL: versions 1.8, 2 and 3 all serve it.
 *
 * @param bucket {@code database/retention-policy} or the database alone
 */
record InfluxQueries(InfluxQLQueryApi api, String bucket) implements InfluxPlaces.Server {

    /** What {@code metric} came to in {@code piece}, by the parts of {@code buckets}. */
    Map<Long, Aggregate> aggregate(EquipmentId equipment, String metric, Buckets buckets, Piece piece) {
        boolean raw = piece.grain() == Grain.READING;
        String[] columns =
                raw ? new String[] {metric, metric, metric, metric} : new String[] {"min", "max", "sum", "count"};
        // The offset makes the first part begin where the parts begin, and not at a round moment before it.
        String query = "SELECT min(" + identifier(columns[0]) + ") AS \"min\", max(" + identifier(columns[1])
                + ") AS \"max\", sum(" + identifier(columns[2]) + ") AS \"sum\", " + (raw ? "count(" : "sum(")
                + identifier(columns[3]) + ") AS \"count\" FROM " + InfluxRows.sums(piece.grain())
                + range(equipment, within(Micros.instant(piece.from())), within(Micros.instant(piece.to())))
                + (raw ? "" : " AND " + InfluxRows.METRIC + " = " + literal(metric)) + " GROUP BY time("
                + buckets.width() + "u, " + buckets.start() % buckets.width() + "u) fill(none)";
        Map<Long, Aggregate> parts = new HashMap<>();
        ask(
                query,
                (_, row) -> parts.merge(
                        buckets.bucket(InfluxRows.micros(row)), InfluxRows.aggregate(row), Aggregate::with));
        return parts;
    }

    List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        return placed(equipment, from, to).stream()
                .map(Placed::taken)
                .sorted(Comparator.comparing((Taken taken) -> taken.reading().at())
                        .thenComparingLong(Taken::intake))
                .toList();
    }

    @Override
    public List<Placed> placed(EquipmentId equipment, Instant from, Instant to) {
        String query = "SELECT * FROM " + InfluxRows.MEASUREMENT + range(equipment, within(from), within(to));
        return ask(query, (series, row) -> InfluxRows.placed(equipment, series, row));
    }

    /** The hours of which it was noted that they were opened, and whether they still are. */
    Map<Long, Boolean> openHours() {
        Map<Long, Boolean> hours = new HashMap<>();
        ask(
                "SELECT " + InfluxRows.OPEN + " FROM " + InfluxRows.OPEN_HOURS,
                (_, row) -> hours.put(InfluxRows.micros(row), InfluxRows.isOpen(row)));
        return hours;
    }

    /** The beginnings of all hours that hold readings, in microseconds since the epoch. */
    List<Long> hours() {
        String query = "SELECT count(\"" + InfluxRows.SEQ + "\") FROM " + InfluxRows.MEASUREMENT + " WHERE "
                + range(Instant.EPOCH, InfluxRows.END_OF_TIME) + " GROUP BY time(1h) fill(none)";
        return ask(query, (_, row) -> InfluxRows.micros(row));
    }

    /** Deletes what lies before {@code time}. */
    void delete(String measurement, Instant time) {
        ask("DELETE FROM " + measurement + " WHERE time < " + InfluxRows.nanos(time), (_, _) -> "");
    }

    @Override
    public List<Reading> newest() {
        return newest(1);
    }

    List<DayCount> counts(Instant from, Instant to) {
        String query = "SELECT count(\"" + InfluxRows.SEQ + "\") FROM " + InfluxRows.MEASUREMENT + " WHERE "
                + range(within(from), within(to)) + " GROUP BY " + InfluxRows.EQUIPMENT + ", time(1d) fill(none)";
        return ask(query, (series, row) -> InfluxRows.count(equipment(series), row));
    }

    /** Throws when the server does not answer. */
    void ping() {
        ask("SHOW RETENTION POLICIES", (_, _) -> "");
    }

    /** The newest {@code each} readings of all equipment. */
    List<Reading> newest(int each) {
        String query = "SELECT * FROM " + InfluxRows.MEASUREMENT + " GROUP BY " + InfluxRows.EQUIPMENT
                + " ORDER BY time DESC LIMIT " + each;
        return ask(
                query,
                (series, row) ->
                        InfluxRows.taken(equipment(series), series, row).reading());
    }

    private static EquipmentId equipment(InfluxQLQueryResult.Series series) {
        return new EquipmentId(series.getTags().getOrDefault(InfluxRows.EQUIPMENT, ""));
    }

    private <T> List<T> ask(
            String query, BiFunction<InfluxQLQueryResult.Series, InfluxQLQueryResult.Series.Record, T> read) {
        String[] names = bucket.split("/", 2);
        InfluxQLQuery question = new InfluxQLQuery(query, names[0], InfluxQLQuery.AcceptHeader.CSV)
                .setRetentionPolicy(names.length > 1 ? names[1] : null)
                .setPrecision(InfluxQLQuery.InfluxQLPrecision.NANOSECONDS);
        try {
            return api.query(question).getResults().stream()
                    .flatMap(result -> result.getSeries().stream())
                    .flatMap(series -> rows(series, read))
                    .toList();
        } catch (InfluxException e) {
            throw new HistoryUnavailable("asking InfluxDB: " + query, e);
        }
    }

    private static <T> Stream<T> rows(
            InfluxQLQueryResult.Series series,
            BiFunction<InfluxQLQueryResult.Series, InfluxQLQueryResult.Series.Record, T> read) {
        return series.getValues().stream().map(row -> read.apply(series, row));
    }

    private static String range(EquipmentId equipment, Instant from, Instant to) {
        // An equipment id holds no character that would have to be escaped.
        return " WHERE " + InfluxRows.EQUIPMENT + " = '" + equipment + "' AND " + range(from, to);
    }

    private static String range(Instant from, Instant to) {
        return "time >= " + InfluxRows.nanos(HistoryTimes.bound(from)) + " AND time < "
                + InfluxRows.nanos(HistoryTimes.bound(to));
    }

    private static Instant within(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isBefore(InfluxRows.END_OF_TIME) ? time : InfluxRows.END_OF_TIME;
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String identifier(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
