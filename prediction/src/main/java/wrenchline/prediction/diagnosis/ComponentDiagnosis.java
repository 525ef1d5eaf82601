package wrenchline.prediction.diagnosis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A trained model (部件诊断模型) that tells the condition of each component from one cycle. The cooler is judged first; the accumulator in the light of
 * it. Immutable; safe for all threads.
 *
 * @param sensors the sensors of a cycle, in order
 * @param points how many points the curve of each sensor has
 * @param models one for each {@link Component}, in order
 */
public record ComponentDiagnosis(List<String> sensors, List<Integer> points, List<ComponentModel> models) {

    /** The kind of its file. */
    public static final String KIND = "diagnosis";

    public ComponentDiagnosis {
        sensors = List.copyOf(sensors);
        points = List.copyOf(points);
        models = List.copyOf(models);
    }

    /** One finding for each component; {@link IllegalArgumentException} when a curve has another length than those learned. */
    public List<Finding> diagnose(Cycle cycle) {
        check(cycle);
        int cooler = cooler(cycle);
        return models.stream().map(model -> model.judge(cycle, sensors, cooler)).toList();
    }

    public void write(DataOutput out) throws IOException {
        DiagnosisForm.write(out, this);
    }

    public static ComponentDiagnosis read(DataInput in) throws IOException {
        return DiagnosisForm.read(in);
    }

    /** What speaks for each level of {@code component}, uncalibrated. */
    double[] evidence(Component component, Cycle cycle) {
        return model(component).evidence(cycle, cooler(cycle));
    }

    ComponentModel model(Component component) {
        return models.stream()
                .filter(model -> model.component() == component)
                .findFirst()
                .orElseThrow();
    }

    private int cooler(Cycle cycle) {
        ComponentModel model = model(Component.COOLER);
        return model.levels()[Softmax.best(model.evidence(cycle, model.levels()[0]))];
    }

    private void check(Cycle cycle) {
        if (cycle.curves().size() != sensors.size()) {
            throw new IllegalArgumentException(
                    "diagnosing a cycle: " + cycle.curves().size() + " curves for the sensors " + sensors);
        }
        for (int sensor = 0; sensor < sensors.size(); sensor++) {
            int length = cycle.curves().get(sensor).length;
            if (length != points.get(sensor)) {
                throw new IllegalArgumentException("diagnosing a cycle: " + length + " points of " + sensors.get(sensor)
                        + ", but " + points.get(sensor) + " were learned");
            }
        }
    }
}
