package wrenchline.store.series;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Taken;

/**
 * Sums by the minute and by the hour in InfluxDB, in measurements of their own, and which hours are open. All of it lies with the
 * server, so that a process that only reads knows it too.
 */
record InfluxSums(InfluxQueries queries, InfluxWrites writes) implements OpenHours.Notes {

    /** Machine and metric. */
    private record Series(EquipmentId equipment, String metric) {}

    @Override
    public Collection<Long> read() {
        Map<Long, Boolean> noted = queries.openHours();
        if (noted.isEmpty()) {
            List<Long> all = queries.hours();
            open(all);
            return all;
        }
        Set<Long> open = new HashSet<>();
        noted.forEach((hour, isOpen) -> {
            if (isOpen) {
                open.add(hour);
            }
        });
        return open;
    }

    @Override
    public void open(Collection<Long> hours) {
        note(hours, 1);
    }

    @Override
    public void close(Collection<Long> hours) {
        note(hours, 0);
    }

    private void note(Collection<Long> hours, long open) {
        writes.put(hours.stream()
                .map(hour -> Point.measurement(InfluxRows.OPEN_HOURS)
                        .time(hour * 1_000, WritePrecision.NS)
                        .addField(InfluxRows.OPEN, open))
                .toList());
    }

    /** Sums up whole hours anew, one machine after the other; see {@link SummingUp.Work}. */
    void sumUp(long from, long to) {
        for (long hour = from; hour < to; hour += Grain.HOUR.micros()) {
            Instant begin = Micros.instant(hour);
            Instant end = begin.plus(Duration.ofHours(1));
            for (DayCount machine : queries.counts(begin, end)) {
                sumUp(machine.equipment(), begin, end);
            }
        }
    }

    private void sumUp(EquipmentId equipment, Instant begin, Instant end) {
        Map<Grain, Map<Long, Map<Series, Aggregate>>> sums = new EnumMap<>(Grain.class);
        for (Taken taken : queries.replay(equipment, begin, end)) {
            long at = Micros.of(taken.reading().at());
            taken.reading().values().forEach((metric, value) -> {
                for (Grain grain : List.of(Grain.MINUTE, Grain.HOUR)) {
                    sums.computeIfAbsent(grain, _ -> new HashMap<>())
                            .computeIfAbsent(grain.floor(at), _ -> new HashMap<>())
                            .computeIfAbsent(new Series(equipment, metric), _ -> new Aggregate())
                            .add(value);
                }
            });
        }
        List<Point> points = new ArrayList<>();
        sums.forEach((grain, units) -> units.forEach(
                (unit, series) -> series.forEach((one, aggregate) -> points.add(point(grain, unit, one, aggregate)))));
        writes.put(points);
    }

    private static Point point(Grain grain, long unit, Series series, Aggregate aggregate) {
        return Point.measurement(InfluxRows.sums(grain))
                .time(unit * 1_000, WritePrecision.NS)
                .addTag(InfluxRows.EQUIPMENT, series.equipment().value())
                .addTag(InfluxRows.METRIC, series.metric())
                .addField("min", aggregate.min())
                .addField("max", aggregate.max())
                .addField("sum", aggregate.sum())
                .addField("count", aggregate.count());
    }
}
