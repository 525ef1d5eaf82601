package wrenchline.store.series;

import com.influxdb.client.InfluxQLQueryApi;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.query.InfluxQLQueryResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.core.reading.Taken;

/**
 * What is asked of InfluxDB, in InfluxQL: versions 1.8, 2 and 3 all serve it.
 *
 * @param bucket {@code database/retention-policy} or the database alone
 */
record InfluxQueries(InfluxQLQueryApi api, String bucket) {

    List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        Instant start = within(from);
        Instant end = within(to);
        if (!start.isBefore(end)) {
            return List.of();
        }
        Buckets buckets = Buckets.of(start, end, points);
        String field = identifier(metric);
        // The offset makes the first part begin at the first moment asked for, and not at a round one before it.
        String parts = "time(" + buckets.width() + "u, " + buckets.start() % buckets.width() + "u)";
        String query = "SELECT min(" + field + "), max(" + field + "), mean(" + field + "), count(" + field + ") FROM "
                + InfluxRows.MEASUREMENT + range(equipment, start, end) + " GROUP BY " + parts + " fill(none)";
        return ask(query, (_, row) -> InfluxRows.point(row));
    }

    List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        String query = "SELECT * FROM " + InfluxRows.MEASUREMENT + range(equipment, within(from), within(to));
        return ask(query, (series, row) -> InfluxRows.taken(equipment, series, row)).stream()
                .sorted(Comparator.comparing((Taken taken) -> taken.reading().at())
                        .thenComparingLong(Taken::intake))
                .toList();
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

    private static String identifier(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
