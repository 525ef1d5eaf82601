package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A small neural network (神经网络): two layers of rectified units and a number, trained by Adam (Kingma and Ba 2015) on squared error. It is smooth
 * where trees have steps, so that both together err less than each.
 */
final class Network {

    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final int BATCH = 32;
    private static final int FIRST = 48;
    private static final int SECOND = 24;
    private static final double RATE = 0.002;
    private static final double WEIGHT_DECAY = 0.003;

    /** Share of the inputs that is left out at each step, so that no single one is relied on. */
    private static final double DROPOUT = 0.1;

    private final int[] sizes;
    private final double[] weights;

    private Network(int[] sizes, double[] weights) {
        this.sizes = sizes;
        this.weights = weights;
    }

    static Network train(double[][] rows, double[] targets, int steps, long seed) {
        int[] sizes = {rows[0].length, FIRST, SECOND};
        SplittableRandom random = new SplittableRandom(seed);
        Network network = new Network(sizes, beginning(sizes, random));
        double[] gradient = new double[network.weights.length];
        double[] first = new double[gradient.length];
        double[] second = new double[gradient.length];
        double[] input = new double[sizes[0]];
        double[] one = new double[sizes[1]];
        double[] two = new double[sizes[2]];
        for (int step = 1; step <= steps; step++) {
            Arrays.fill(gradient, 0);
            for (int b = 0; b < BATCH; b++) {
                int r = random.nextInt(rows.length);
                for (int i = 0; i < input.length; i++) {
                    input[i] = random.nextDouble() < DROPOUT ? 0 : rows[r][i] / (1 - DROPOUT);
                }
                double error = network.forward(input, one, two) - targets[r];
                network.backward(input, one, two, error / BATCH, gradient);
            }
            double rate = RATE * 0.5 * (1 + Math.cos(Math.PI * step / steps));
            double scale = Math.sqrt(1 - Math.pow(SECOND_DECAY, step)) / (1 - Math.pow(FIRST_DECAY, step));
            for (int i = 0; i < gradient.length; i++) {
                first[i] += (1 - FIRST_DECAY) * (gradient[i] - first[i]);
                second[i] += (1 - SECOND_DECAY) * (gradient[i] * gradient[i] - second[i]);
                network.weights[i] -=
                        rate * (scale * first[i] / (Math.sqrt(second[i]) + 1e-8) + WEIGHT_DECAY * network.weights[i]);
            }
        }
        return network;
    }

    double predict(double[] row) {
        return forward(row, new double[sizes[1]], new double[sizes[2]]);
    }

    void write(DataOutput out) throws IOException {
        for (int size : sizes) {
            out.writeInt(size);
        }
        Numbers.write(out, weights);
    }

    static Network read(DataInput in) throws IOException {
        return new Network(new int[] {in.readInt(), in.readInt(), in.readInt()}, Numbers.read(in));
    }

    private double forward(double[] input, double[] one, double[] two) {
        int at = layer(input, one, 0);
        at = layer(one, two, at);
        double sum = weights[at + two.length];
        for (int j = 0; j < two.length; j++) {
            sum += weights[at + j] * two[j];
        }
        return sum;
    }

    private int layer(double[] from, double[] to, int start) {
        int at = start;
        for (int j = 0; j < to.length; j++) {
            double sum = weights[at + from.length];
            for (int i = 0; i < from.length; i++) {
                sum += weights[at + i] * from[i];
            }
            to[j] = Math.max(0, sum);
            at += from.length + 1;
        }
        return at;
    }

    private void backward(double[] input, double[] one, double[] two, double error, double[] gradient) {
        int start2 = sizes[1] * (sizes[0] + 1);
        int start3 = start2 + sizes[2] * (sizes[1] + 1);
        double[] back1 = new double[sizes[1]];
        gradient[start3 + two.length] += error;
        for (int j = 0; j < two.length; j++) {
            gradient[start3 + j] += error * two[j];
            if (two[j] <= 0) {
                continue;
            }
            double back = error * weights[start3 + j];
            int at = start2 + j * (sizes[1] + 1);
            for (int i = 0; i < one.length; i++) {
                gradient[at + i] += back * one[i];
                back1[i] += back * weights[at + i];
            }
            gradient[at + one.length] += back;
        }
        for (int j = 0; j < one.length; j++) {
            if (one[j] <= 0) {
                continue;
            }
            int at = j * (sizes[0] + 1);
            for (int i = 0; i < input.length; i++) {
                gradient[at + i] += back1[j] * input[i];
            }
            gradient[at + input.length] += back1[j];
        }
    }

    private static double[] beginning(int[] sizes, SplittableRandom random) {
        double[] weights = new double[sizes[1] * (sizes[0] + 1) + sizes[2] * (sizes[1] + 1) + sizes[2] + 1];
        int at = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            double spread = Math.sqrt(2.0 / sizes[layer - 1]);
            for (int j = 0; j < sizes[layer]; j++) {
                for (int i = 0; i < sizes[layer - 1]; i++) {
                    weights[at++] = spread * random.nextGaussian();
                }
                at++;
            }
        }
        for (int j = 0; j < sizes[2]; j++) {
            weights[at++] = random.nextGaussian() / Math.sqrt(sizes[2]);
        }
        return weights;
    }
}
