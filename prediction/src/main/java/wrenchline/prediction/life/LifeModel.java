package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says how long machines of one kind will still run (剩余寿命模型): the mean of several estimators, and a band from what they were off by. */
public final class LifeModel {

    private final List<Estimator> estimators;
    private final Band band;

    LifeModel(List<Estimator> estimators, Band band) {
        this.estimators = List.copyOf(estimators);
        this.band = band;
    }

    /** Whether it was trained on so many settings and sensors. */
    public boolean fits(int settings, int sensors) {
        return estimators.getFirst().preparation().condition().fits(settings, sensors);
    }

    /** At the newest cycle of {@code trajectory}. */
    public LifeForecast forecast(Trajectory trajectory) {
        double sum = 0;
        for (Estimator each : estimators) {
            sum += each.course(trajectory, trajectory.cycles() - 1)[0];
        }
        return band.around(sum / estimators.size());
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(estimators.size());
        for (Estimator each : estimators) {
            each.write(out);
        }
        band.write(out);
    }

    public static LifeModel read(DataInput in) throws IOException {
        List<Estimator> estimators = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            estimators.add(Estimator.read(in));
        }
        return new LifeModel(estimators, Band.read(in));
    }
}
