package wrenchline.bench.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/**
 * Readings as many machines send them: each counts its own, times are milliseconds, and those of different machines arrive up to five
 * milliseconds out of order. Values are rounded to hundredths and wander.
 */
final class SyntheticFleet {

    private static final int JITTER_MILLIS = 5;

    private final Random random = new Random(20_260_301);
    private final List<EquipmentId> machines;
    private final List<String> metrics;
    private final double[] values;
    private final Instant start;
    private final long nanosBetween;
    private long count;

    /** @param perSecond readings of all machines together, in event time */
    SyntheticFleet(int machines, int metrics, Instant start, int perSecond) {
        this.machines =
                IntStream.range(0, machines).mapToObj(SyntheticFleet::machine).toList();
        this.metrics =
                IntStream.range(0, metrics).mapToObj(SyntheticFleet::metric).toList();
        this.values = random.doubles(machines, 20, 80).toArray();
        this.start = start;
        this.nanosBetween = 1_000_000_000L / perSecond;
    }

    static EquipmentId machine(int number) {
        return new EquipmentId("machine-" + number);
    }

    static String metric(int number) {
        return "measurement_" + number;
    }

    List<Taken> next(int readings) {
        List<Taken> batch = new ArrayList<>(readings);
        for (int index = 0; index < readings; index++) {
            batch.add(next());
        }
        return batch;
    }

    private Taken next() {
        int machine = (int) (count % machines.size());
        values[machine] += random.nextGaussian() / 10;
        Instant arrival = start.plusNanos(count * nanosBetween);
        Instant at = arrival.minusMillis(random.nextInt(JITTER_MILLIS)).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Double> sent = metrics.stream().collect(Collectors.toMap(name -> name, _ -> value(machine)));
        Reading reading = new Reading(machines.get(machine), at, arrival, count / machines.size(), sent);
        return new Taken(200 * count++, reading);
    }

    private double value(int machine) {
        return Math.round((values[machine] + random.nextDouble()) * 100) / 100.0;
    }
}
