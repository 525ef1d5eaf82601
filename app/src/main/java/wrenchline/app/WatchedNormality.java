package wrenchline.app;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import wrenchline.core.detection.Grounds.Contribution;
import wrenchline.core.detection.Normality;
import wrenchline.prediction.series.MachineWatch;
import wrenchline.prediction.series.WatchSettings;

/** What is normal, as {@link MachineWatch} learns it, with the one frozen setting of the published scores. */
final class WatchedNormality implements Normality {

    private static final WatchSettings SETTINGS = WatchSettings.standard();

    private final List<String> metrics;
    private MachineWatch watch;

    WatchedNormality(List<String> metrics) {
        this.metrics = List.copyOf(metrics);
        this.watch = new MachineWatch(metrics, SETTINGS);
    }

    @Override
    public Assessment on(Instant at, double[] values) {
        var assessment = watch.on(at, values);
        double[] shares = assessment.contributions();
        List<Contribution> contributions = IntStream.range(0, shares.length)
                .filter(index -> shares[index] > 0)
                .mapToObj(index -> new Contribution(metrics.get(index), shares[index]))
                .sorted(Comparator.comparingDouble(Contribution::share).reversed())
                .toList();
        return new Assessment(assessment.level(), assessment.onset(), contributions);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        watch.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        watch = MachineWatch.read(in, SETTINGS);
    }
}
