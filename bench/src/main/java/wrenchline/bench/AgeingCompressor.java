package wrenchline.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/**
 * A simulated piston compressor whose valves wear out, hour by hour, until they fail: invented, and only as real as that. It writes
 * histories to learn from, and it is a machine of the demo, {@value #LEFT} hours before its end.
 */
final class AgeingCompressor implements Feed {

    private static final int LEFT = 24;
    private static final int SHORTEST = 120;
    private static final int LONGEST = 260;
    private static final long DEMO = 1_000_003;
    private static final List<String> METRICS = List.of(
            "load",
            "set_pressure",
            "fan",
            "discharge_temp",
            "intermediate_pressure",
            "motor_power",
            "vibration",
            "flow");

    private final Random random;
    private final int life;
    private final double bend;
    private Instant fitted = Instant.MIN;

    private AgeingCompressor(long seed) {
        this.random = new Random(seed);
        this.life = random.nextInt(SHORTEST, LONGEST);
        this.bend = random.nextDouble(1.8, 3);
    }

    /** One that is not among the histories. */
    static AgeingCompressor ofTheDemo() {
        return new AgeingCompressor(DEMO);
    }

    @Override
    public List<Sample> before(Instant now) {
        fitted = now.minus(Duration.ofHours(life - LEFT));
        List<Sample> past = new ArrayList<>();
        for (int hour = 0; hour < life - LEFT; hour++) {
            past.add(new Sample(fitted.plus(Duration.ofHours(hour)), measured(hour)));
        }
        return past;
    }

    @Override
    public Sample next(Instant now) {
        return new Sample(
                now, measured(Math.min(life, Duration.between(fitted, now).toMinutes() / 60.0)));
    }

    private Map<String, Double> measured(double hour) {
        double wear = Math.pow(hour / life, bend);
        Random order = new Random(SHORTEST * (long) hour + life);
        double full = order.nextInt(3) > 0 ? 1 : 0;
        double high = order.nextInt(2);
        double[] values = {
            60 + 40 * full,
            8 + 2 * high,
            full,
            noisy(125 + 20 * full + 6 * high + 25 * wear, 1.5),
            noisy(2.2 + 0.1 * full + 0.3 * high + 0.8 * wear, 0.05),
            noisy((9 + 6 * full) * (1 + 0.1 * high) + 2 * wear, 0.2),
            noisy(2 + full + 3 * wear, 0.2),
            noisy(1.1 + 0.8 * full - 0.4 * wear, 0.03)
        };
        Map<String, Double> measured = new LinkedHashMap<>();
        for (int metric = 0; metric < values.length; metric++) {
            measured.put(METRICS.get(metric), values[metric]);
        }
        return measured;
    }

    private double noisy(double value, double sigma) {
        return value + random.nextGaussian(0, sigma);
    }

    /** {@code main COUNT}: prints so many histories to the failure: unit, hour, three settings, five sensors. */
    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) {
        for (int unit = 1; unit <= Integer.parseInt(arguments[0]); unit++) {
            AgeingCompressor compressor = new AgeingCompressor(unit);
            for (int hour = 0; hour < compressor.life; hour++) {
                StringJoiner row = new StringJoiner(" ", unit + " " + (hour + 1) + " ", "");
                compressor.measured(hour).values().forEach(value -> row.add(String.format(Locale.ROOT, "%.3f", value)));
                System.out.println(row);
            }
        }
    }
}
