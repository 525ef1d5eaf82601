package wrenchline.dashboard.memory;

import static java.util.stream.Collectors.counting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.OverQuota;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/** Readings and controllers in memory. */
public final class MemoryTelemetry implements Readings, Devices {

    private final List<Taken> readings = new ArrayList<>();
    private final Map<List<String>, Latest> latest = new LinkedHashMap<>();
    private final List<DeviceEvent> events = new ArrayList<>();
    private final Map<EquipmentId, TreeMap<String, Attribute>> attributes = new HashMap<>();
    private final Map<EquipmentId, Seen> seen = new HashMap<>();
    private final List<OverQuota> excesses = new ArrayList<>();

    @Override
    public synchronized void note(List<OverQuota> more) {
        excesses.addAll(more);
    }

    @Override
    public synchronized List<OverQuota> overQuota() {
        return List.copyOf(excesses);
    }

    @Override
    public synchronized void keep(List<Taken> more) {
        for (Taken taken : more) {
            Reading reading = taken.reading();
            readings.add(taken);
            reading.values()
                    .forEach((metric, value) -> latest.merge(
                            List.of(reading.equipment().value(), metric),
                            new Latest(reading.equipment(), metric, reading.at(), value),
                            (old, young) -> young.at().isBefore(old.at()) ? old : young));
        }
    }

    @Override
    public synchronized List<Point> history(
            EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        long width = Math.max(1, Duration.between(from, to).toMillis() / points);
        TreeMap<Long, DoubleSummaryStatistics> buckets = new TreeMap<>();
        for (Taken taken : replay(equipment, from, to)) {
            Reading reading = taken.reading();
            Double value = reading.values().get(metric);
            if (value != null) {
                long bucket = Duration.between(from, reading.at()).toMillis() / width;
                buckets.computeIfAbsent(bucket, any -> new DoubleSummaryStatistics())
                        .accept(value);
            }
        }
        List<Point> drawn = new ArrayList<>();
        buckets.forEach((bucket, values) -> drawn.add(new Point(
                from.plusMillis(bucket * width),
                values.getMin(),
                values.getMax(),
                values.getAverage(),
                values.getCount())));
        return drawn;
    }

    @Override
    public synchronized List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        return between(from, to)
                .filter(taken -> taken.reading().equipment().equals(equipment))
                .sorted(Comparator.comparing(taken -> taken.reading().at()))
                .toList();
    }

    @Override
    public synchronized Map<Reading, Long> find(Collection<Reading> sought) {
        return readings.stream()
                .filter(taken -> sought.contains(taken.reading()))
                .collect(Collectors.toMap(Taken::reading, Taken::intake, (_, last) -> last));
    }

    @Override
    public synchronized List<DayCount> counts(Instant from, Instant to) {
        Map<DayCount, Long> counts = between(from, to).collect(Collectors.groupingBy(MemoryTelemetry::day, counting()));
        return counts.entrySet().stream()
                .map(entry ->
                        new DayCount(entry.getKey().equipment(), entry.getKey().day(), entry.getValue()))
                .toList();
    }

    @Override
    public void seal(Horizon horizon) {
        throw new UnsupportedOperationException("nothing is purged here");
    }

    @Override
    public void purge() {
        throw new UnsupportedOperationException("nothing is purged here");
    }

    @Override
    public boolean answers() {
        return true;
    }

    private Stream<Taken> between(Instant from, Instant to) {
        return readings.stream()
                .filter(taken -> !taken.reading().at().isBefore(from))
                .filter(taken -> taken.reading().at().isBefore(to));
    }

    private static DayCount day(Taken taken) {
        Reading reading = taken.reading();
        return new DayCount(reading.equipment(), LocalDate.ofInstant(reading.at(), ZoneOffset.UTC), 0);
    }

    @Override
    public synchronized List<Latest> latest() {
        return List.copyOf(latest.values());
    }

    @Override
    public synchronized void keep(DeviceStatus status) {
        seen.put(status.equipment(), new Seen(status.equipment(), status.at(), status.online()));
    }

    @Override
    public synchronized void keep(DeviceEvent event) {
        events.addFirst(event);
    }

    @Override
    public synchronized void keep(DeviceAttributes more) {
        more.values()
                .forEach((name, value) -> attributes
                        .computeIfAbsent(more.equipment(), unknown -> new TreeMap<>())
                        .put(name, new Attribute(name, value, more.at())));
    }

    @Override
    public synchronized List<Attribute> attributes(EquipmentId equipment) {
        return List.copyOf(attributes.getOrDefault(equipment, new TreeMap<>()).values());
    }

    @Override
    public synchronized void heard(Map<EquipmentId, Instant> last) {
        last.forEach((equipment, at) -> seen.put(equipment, new Seen(equipment, at, true)));
    }

    @Override
    public int noteSilent(Instant since) {
        return 0;
    }

    @Override
    public synchronized List<DeviceEvent> events(EquipmentId equipment, int atMost) {
        return events.stream()
                .filter(event -> event.equipment().equals(equipment))
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized List<Seen> seen() {
        return List.copyOf(seen.values());
    }
}
