package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Says how long machines of one kind will still run (剩余寿命模型): the mean of several estimators, each with hindsight, and a band from what they
 * were off by.
 */
public final class LifeModel {

    private static final int VERSION = -2;

    private final List<Estimator> estimators;
    private final Hindsight hindsight;
    private final Band band;

    LifeModel(List<Estimator> estimators, Hindsight hindsight, Band band) {
        this.estimators = List.copyOf(estimators);
        this.hindsight = hindsight;
        this.band = band;
    }

    /** Whether it was trained on so many settings and sensors. */
    public boolean fits(int settings, int sensors) {
        return estimators.getFirst().preparation().condition().fits(settings, sensors);
    }

    /** At the newest cycle of {@code trajectory}. */
    public LifeForecast forecast(Trajectory trajectory) {
        return forecast(trajectory, new Recollection());
    }

    /** The same, where {@code recollection} is of this machine alone, a cycle before. */
    LifeForecast forecast(Trajectory trajectory, Recollection recollection) {
        double sum = 0;
        for (int i = 0; i < estimators.size(); i++) {
            List<History> histories = estimators.get(i).preparation().histories(trajectory);
            double[] course = recollection.course(i, estimators.get(i), histories);
            sum += hindsight.improved(course, 1, histories.getLast().machine().cycles() - 1)[0];
        }
        return band.around(sum / estimators.size());
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        out.writeInt(estimators.size());
        for (Estimator each : estimators) {
            each.write(out);
        }
        hindsight.write(out);
        band.write(out);
    }

    /** @throws IOException also when the model is of an older form: train it again */
    public static LifeModel read(DataInput in) throws IOException {
        if (in.readInt() != VERSION) {
            throw new IOException("reading a model of remaining life: it is of another version, train it again");
        }
        List<Estimator> estimators = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            estimators.add(Estimator.read(in));
        }
        return new LifeModel(estimators, Hindsight.read(in), Band.read(in));
    }
}
