package wrenchline.bench.foresight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A simulated compressor to which nothing ever happens: it runs and rests by working hours, follows the day's temperature, drifts with
 * its load, and its sensors are noisy and now and then stray by a little.
 */
final class WellMachine {

    private static final List<String> CHANNELS =
            List.of("oil_temp", "motor_temp", "pressure", "current", "vibration", "ambient");
    private static final double STRAY = 1.0 / 2000;
    private static final double STRAY_SIGMAS = 5;

    private final String id;
    private final SplittableRandom random;
    private final double warmth;
    private double load;
    private double heat;
    private boolean running;
    private int left;

    WellMachine(String id, long seed) {
        this.id = id;
        this.random = new SplittableRandom(seed);
        this.warmth = random.nextDouble(0.8, 1.2);
    }

    /** What it sends in {@code span} from {@code begin} on. */
    Run run(Instant begin, Duration span, Duration step) {
        List<Run.Row> rows = new ArrayList<>();
        for (Instant at = begin; at.isBefore(begin.plus(span)); at = at.plus(step)) {
            rows.add(new Run.Row(at, next(at)));
        }
        return new Run(id, CHANNELS, rows);
    }

    private double[] next(Instant at) {
        double hour =
                at.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / (double) LocalTime.MAX.toSecondOfDay() * 24;
        if (left-- == 0) {
            running = isWorkingHour(hour) ? !running : random.nextInt(10) == 0;
            left = random.nextInt(10, 60);
        }
        load = 0.98 * load + 0.02 * random.nextGaussian(0, 5);
        double works = running ? 1 : 0;
        heat += 0.05 * (works * warmth - heat);
        double ambient = 20 + 5 * Math.sin((hour - 9) / 24 * 2 * Math.PI);
        return new double[] {
            noisy(ambient + 40 * heat + 3 * load * works, 0.5),
            noisy(ambient + 55 * heat + 4 * load * works, 0.8),
            noisy(works * (8 + 0.3 * load), 0.05),
            noisy(works * (22 + 2 * load), 0.3),
            noisy(0.2 + works * (2 + 0.2 * load), 0.1),
            noisy(ambient, 0.3)
        };
    }

    private static boolean isWorkingHour(double hour) {
        return hour > 8 && hour < 18;
    }

    private double noisy(double value, double sigma) {
        return value + sigma * random.nextGaussian() * (random.nextDouble() < STRAY ? STRAY_SIGMAS : 1);
    }
}
