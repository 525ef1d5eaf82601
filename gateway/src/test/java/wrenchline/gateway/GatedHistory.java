package wrenchline.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;

/** A history in memory. While its gate is closed, {@code keep} does not return; it can be out of order, and refuse readings. */
public final class GatedHistory implements Readings {

    /** Told of each call of {@code keep} before it waits at the gate. */
    public final BlockingQueue<List<Reading>> calls = new LinkedBlockingQueue<>();

    private record Key(EquipmentId equipment, Instant at, long seq) {}

    private final Map<Key, Reading> kept = new LinkedHashMap<>();
    private boolean open = true;
    private int outages;
    private Predicate<Reading> refused = reading -> false;

    @Override
    public void keep(List<Reading> readings) {
        calls.add(readings);
        synchronized (this) {
            waitAtGate();
            if (outages > 0) {
                outages--;
                throw new HistoryUnavailable("writing readings", new IllegalStateException("the disk is away"));
            }
            if (readings.stream().anyMatch(refused)) {
                throw new IllegalArgumentException("no such column");
            }
            readings.forEach(reading -> kept.put(new Key(reading.equipment(), reading.at(), reading.seq()), reading));
        }
    }

    @Override
    public synchronized List<Reading> replay(EquipmentId equipment, Instant from, Instant to) {
        return kept.values().stream()
                .filter(reading -> reading.equipment().equals(equipment))
                .filter(reading -> !reading.at().isBefore(from) && reading.at().isBefore(to))
                .sorted(Comparator.comparing(Reading::at))
                .toList();
    }

    public synchronized List<Reading> kept() {
        return new ArrayList<>(kept.values());
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

    public synchronized void refuse(Predicate<Reading> which) {
        refused = which;
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        throw new UnsupportedOperationException("the gateway draws no charts");
    }

    @Override
    public List<Latest> latest() {
        throw new UnsupportedOperationException("the gateway shows no values");
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
