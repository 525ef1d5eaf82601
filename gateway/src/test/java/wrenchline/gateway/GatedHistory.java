package wrenchline.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/** A history in memory. While its gate is closed, {@code keep} does not return; it can be out of order, and refuse readings. */
public final class GatedHistory implements Readings {

    /** Told of each call of {@code keep} before it waits at the gate. */
    public final BlockingQueue<List<Reading>> calls = new LinkedBlockingQueue<>();

    private record Key(EquipmentId equipment, Instant at, long digest) {
        static Key of(Reading reading) {
            return new Key(reading.equipment(), reading.at(), reading.digest());
        }
    }

    private final Map<Key, Taken> kept = new LinkedHashMap<>();
    private boolean open = true;
    private int outages;
    private boolean unreadable;
    private int lookups;
    private Predicate<Reading> refused = reading -> false;
    private Predicate<Reading> bug = reading -> false;

    /** What is in it now, for another process. */
    public synchronized GatedHistory copy() {
        GatedHistory copy = new GatedHistory();
        copy.kept.putAll(kept);
        return copy;
    }

    @Override
    public void keep(List<Taken> taken) {
        List<Reading> readings = taken.stream().map(Taken::reading).toList();
        calls.add(readings);
        synchronized (this) {
            waitAtGate();
            if (outages > 0) {
                outages--;
                throw new HistoryUnavailable("writing readings", new IllegalStateException("the disk is away"));
            }
            if (readings.stream().anyMatch(bug)) {
                throw new IllegalArgumentException("no such column");
            }
            List<Taken> bad =
                    taken.stream().filter(one -> refused.test(one.reading())).toList();
            taken.stream().filter(one -> !bad.contains(one)).forEach(one -> kept.put(Key.of(one.reading()), one));
            if (!bad.isEmpty()) {
                throw new ReadingsRefused("no such column", bad);
            }
        }
    }

    /** From now on nothing can be read from it. */
    public synchronized void failReads() {
        unreadable = true;
    }

    @Override
    public synchronized List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        if (unreadable) {
            throw new HistoryUnavailable("reading readings", new IllegalStateException("the disk is away"));
        }
        return kept.values().stream()
                .filter(taken -> taken.reading().equipment().equals(equipment))
                .filter(taken -> !taken.reading().at().isBefore(from)
                        && taken.reading().at().isBefore(to))
                .sorted(Comparator.comparing(taken -> taken.reading().at()))
                .toList();
    }

    @Override
    public synchronized Map<Reading, Long> find(Collection<Reading> readings) {
        lookups++;
        Map<Reading, Long> found = new HashMap<>();
        for (Reading reading : readings) {
            Taken taken = kept.get(Key.of(reading));
            if (taken != null) {
                found.put(reading, taken.intake());
            }
        }
        return found;
    }

    @Override
    public synchronized List<DayCount> counts(Instant from, Instant to) {
        Map<DayCount, Long> counts = kept.values().stream()
                .map(Taken::reading)
                .filter(reading -> !reading.at().isBefore(from) && reading.at().isBefore(to))
                .collect(Collectors.groupingBy(GatedHistory::day, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry ->
                        new DayCount(entry.getKey().equipment(), entry.getKey().day(), entry.getValue()))
                .toList();
    }

    private static DayCount day(Reading reading) {
        return new DayCount(reading.equipment(), LocalDate.ofInstant(reading.at(), ZoneOffset.UTC), 0);
    }

    public synchronized List<Reading> kept() {
        return kept.values().stream().map(Taken::reading).toList();
    }

    /** How often it was asked which readings it has. */
    public synchronized int lookups() {
        return lookups;
    }

    public synchronized void close() {
        open = false;
    }

    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /** The next {@code times} calls fail. */
    public synchronized void fail(int times) {
        outages = times;
    }

    /** Each write with such a reading fails, and nobody foresaw how. */
    public synchronized void stumbleOver(Predicate<Reading> which) {
        bug = which;
    }

    public synchronized void refuse(Predicate<Reading> which) {
        refused = which;
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        throw new UnsupportedOperationException("the gateway draws no charts");
    }

    @Override
    public synchronized List<Latest> latest() {
        Map<List<Object>, Latest> latest = new HashMap<>();
        for (Reading reading : kept()) {
            reading.values()
                    .forEach((metric, value) -> latest.merge(
                            List.of(reading.equipment(), metric),
                            new Latest(reading.equipment(), metric, reading.at(), value),
                            (one, other) -> one.at().isAfter(other.at()) ? one : other));
        }
        return List.copyOf(latest.values());
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
    public synchronized boolean answers() {
        return outages == 0;
    }

    private synchronized void waitAtGate() {
        try {
            while (!open) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting at the gate", e);
        }
    }
}
