package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wrenchline.core.reading.Reading;

/**
 * The curves of the working cycle that runs (循环曲线): each point is the mean of the readings nearest to it, whatever their order. What is
 * measured after the usual length of a cycle is left out.
 */
final class CycleCurves {

    /** A curve with more holes is none; fewer are bridged by straight lines. */
    private static final double MOST_HOLES = 0.1;

    private final List<String> metrics;
    private final List<double[]> sums = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();
    private final double micros;
    private Instant began = Instant.MIN;

    /** @param points how many each metric's curve has */
    CycleCurves(List<String> metrics, List<Integer> points, Duration cycle) {
        this.metrics = metrics;
        this.micros = cycle.toNanos() / 1000.0;
        for (int count : points) {
            sums.add(new double[count]);
            counts.add(new int[count]);
        }
    }

    /** MIN while none runs. */
    Instant began() {
        return began;
    }

    /** @param at MIN when nobody knows where it begins */
    void begin(Instant at) {
        began = at;
        sums.forEach(sum -> Arrays.fill(sum, 0));
        counts.forEach(count -> Arrays.fill(count, 0));
    }

    void add(Reading reading) {
        if (began.equals(Instant.MIN)) {
            return;
        }
        double part = ChronoUnit.MICROS.between(began, reading.at()) / micros;
        for (int metric = 0; metric < metrics.size(); metric++) {
            Double value = reading.values().get(metrics.get(metric));
            double[] sum = sums.get(metric);
            long point = Math.round(part * sum.length);
            if (value != null && point >= 0 && point < sum.length) {
                sum[(int) point] += value;
                counts.get(metric)[(int) point]++;
            }
        }
    }

    /** Empty while too much of it is missing. */
    Optional<List<double[]>> whole() {
        List<double[]> curves = new ArrayList<>();
        for (int metric = 0; metric < sums.size(); metric++) {
            double[] curve = curve(sums.get(metric), counts.get(metric));
            if (Arrays.stream(curve).filter(Double::isNaN).count() > MOST_HOLES * curve.length) {
                return Optional.empty();
            }
            bridge(curve);
            curves.add(curve);
        }
        return Optional.of(curves);
    }

    private static double[] curve(double[] sum, int[] count) {
        double[] curve = new double[sum.length];
        for (int point = 0; point < curve.length; point++) {
            curve[point] = count[point] == 0 ? Double.NaN : sum[point] / count[point];
        }
        return curve;
    }

    private static void bridge(double[] curve) {
        int last = -1;
        for (int point = 0; point <= curve.length; point++) {
            if (point == curve.length || !Double.isNaN(curve[point])) {
                for (int hole = last + 1; hole < point; hole++) {
                    curve[hole] = between(curve, last, hole, point);
                }
                last = point;
            }
        }
    }

    private static double between(double[] curve, int left, int hole, int right) {
        if (left < 0) {
            return curve[right];
        }
        return right == curve.length
                ? curve[left]
                : curve[left] + (curve[right] - curve[left]) * (hole - left) / (right - left);
    }

    /** When each point of {@code curve} was. */
    List<Grounds.Sample> samples(double[] curve) {
        List<Grounds.Sample> samples = new ArrayList<>();
        for (int point = 0; point < curve.length; point++) {
            samples.add(new Grounds.Sample(
                    began.plus((long) (micros * point / curve.length), ChronoUnit.MICROS), curve[point]));
        }
        return samples;
    }

    void write(DataOutput out) throws IOException {
        Times.write(out, began);
        for (int metric = 0; metric < sums.size(); metric++) {
            for (int point = 0; point < sums.get(metric).length; point++) {
                out.writeDouble(sums.get(metric)[point]);
                out.writeInt(counts.get(metric)[point]);
            }
        }
    }

    void read(DataInput in) throws IOException {
        began = Times.readOrMin(in);
        for (int metric = 0; metric < sums.size(); metric++) {
            for (int point = 0; point < sums.get(metric).length; point++) {
                sums.get(metric)[point] = in.readDouble();
                counts.get(metric)[point] = in.readInt();
            }
        }
    }
}
