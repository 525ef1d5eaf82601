package wrenchline.prediction.diagnosis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How a {@link ComponentDiagnosis} is written and read, number by number. */
final class DiagnosisForm {

    private DiagnosisForm() {}

    static void write(DataOutput out, ComponentDiagnosis diagnosis) throws IOException {
        out.writeInt(diagnosis.sensors().size());
        for (int sensor = 0; sensor < diagnosis.sensors().size(); sensor++) {
            out.writeUTF(diagnosis.sensors().get(sensor));
            out.writeInt(diagnosis.points().get(sensor));
        }
        for (ComponentModel model : diagnosis.models()) {
            write(out, model);
        }
    }

    static ComponentDiagnosis read(DataInput in) throws IOException {
        List<String> sensors = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sensors.add(in.readUTF());
            points.add(in.readInt());
        }
        List<ComponentModel> models = new ArrayList<>();
        for (Component component : Component.values()) {
            models.add(model(in, component));
        }
        return new ComponentDiagnosis(sensors, points, models);
    }

    private static void write(DataOutput out, ComponentModel model) throws IOException {
        write(out, model.levels());
        out.writeDouble(model.temperature());
        out.writeInt(model.experts().size());
        for (Expert expert : model.experts()) {
            out.writeInt(expert.window().index());
            out.writeInt(expert.window().count());
            write(out, expert.scale().mean());
            write(out, expert.scale().inverseSpread());
            write(out, expert.coolers());
            for (Discriminant discriminant : expert.discriminants()) {
                write(out, discriminant.offsets());
                for (double[] weights : discriminant.weights()) {
                    write(out, weights);
                }
            }
        }
    }

    private static ComponentModel model(DataInput in, Component component) throws IOException {
        int[] levels = ints(in);
        double temperature = in.readDouble();
        List<Expert> experts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Window window = new Window(in.readInt(), in.readInt());
            Scale scale = new Scale(doubles(in), doubles(in));
            int[] coolers = ints(in);
            List<Discriminant> discriminants = new ArrayList<>();
            for (int index = 0; index < coolers.length; index++) {
                double[] offsets = doubles(in);
                double[][] weights = new double[offsets.length][];
                for (int level = 0; level < weights.length; level++) {
                    weights[level] = doubles(in);
                }
                discriminants.add(new Discriminant(weights, offsets));
            }
            experts.add(new Expert(window, scale, coolers, discriminants));
        }
        return new ComponentModel(component, levels, experts, temperature);
    }

    private static void write(DataOutput out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static void write(DataOutput out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static int[] ints(DataInput in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int index = 0; index < values.length; index++) {
            values[index] = in.readInt();
        }
        return values;
    }

    private static double[] doubles(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int index = 0; index < values.length; index++) {
            values[index] = in.readDouble();
        }
        return values;
    }
}
