package wrenchline.store.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;

/** The newest value of every metric, kept in memory so that asking for it costs nothing. It has room for so many and no more. */
final class LatestValues {

    /** A controller has a few dozen; one that invents names ends here. */
    static final int MOST_OF_ONE = 1_000;

    /** Some hundred megabytes. */
    private static final int MOST_OF_ALL = 1_000_000;

    private final Map<EquipmentId, Machine> machines = new ConcurrentHashMap<>();
    private final AtomicInteger metrics = new AtomicInteger();

    /** Whether the names of {@code reading} are known, or there is room for them. */
    boolean hasRoom(Reading reading) {
        Machine machine = machines.get(reading.equipment());
        return machine == null ? room(0) >= reading.values().size() : machine.hasRoom(reading);
    }

    private int room(int taken) {
        return Math.min(MOST_OF_ONE - taken, MOST_OF_ALL - metrics.get());
    }

    /** Takes notice of {@code reading}; an older one changes nothing. */
    void see(Reading reading) {
        machines.computeIfAbsent(reading.equipment(), _ -> new Machine()).see(reading);
    }

    List<Latest> all() {
        List<Latest> all = new ArrayList<>();
        machines.forEach((equipment, machine) -> machine.addTo(all, equipment));
        return all;
    }

    private final class Machine {

        private final Map<String, Newest> values = new HashMap<>();

        synchronized void see(Reading reading) {
            long at = Micros.of(reading.at());
            for (Map.Entry<String, Double> entry : reading.values().entrySet()) {
                Newest newest = values.get(entry.getKey());
                if (newest == null) {
                    values.put(entry.getKey(), new Newest(at, entry.getValue()));
                    metrics.incrementAndGet();
                } else {
                    newest.see(at, entry.getValue());
                }
            }
        }

        synchronized boolean hasRoom(Reading reading) {
            int room = room(values.size());
            return room >= reading.values().size() || room >= unheard(reading) || unheard(reading) == 0;
        }

        private long unheard(Reading reading) {
            return reading.values().keySet().stream()
                    .filter(name -> !values.containsKey(name))
                    .count();
        }

        synchronized void addTo(List<Latest> all, EquipmentId equipment) {
            values.forEach((metric, newest) ->
                    all.add(new Latest(equipment, metric, Micros.instant(newest.at), newest.value)));
        }
    }

    /** Its time is in microseconds: every reading writes it, and a number costs the garbage collector nothing. */
    private static final class Newest {

        private long at;
        private double value;

        Newest(long at, double value) {
            this.at = at;
            this.value = value;
        }

        void see(long laterPerhaps, double seen) {
            if (laterPerhaps >= at) {
                at = laterPerhaps;
                value = seen;
            }
        }
    }
}
