package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What a prediction is off by, told from those of the same machine before it and from its age (预测校正): a polynomial, found by least squares on
 * machines that the estimator had not seen. An estimator sees wear; how fast its own predictions fell says more of how the wear goes on.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Hindsight(double[] weights, double cap) {

    /** Predictions whose mean is taken: so many, the newest of them so many cycles ago. */
    private static final int[][] SPANS = {{1, 0}, {5, 0}, {10, 10}, {20, 20}, {40, 40}, {80, 80}};

    /** Predictions that are looked at. */
    static final int REACH = 160;

    private static final int INPUTS = SPANS.length + 1;
    private static final int TERMS = 1 + INPUTS + INPUTS * (INPUTS + 1) / 2 + INPUTS;

    private static final double RIDGE = 5e-4;

    /** Learns from the predictions along whole lives; each counts alike. */
    static Hindsight of(List<double[]> courses, double cap) {
        double[][] squares = new double[TERMS][TERMS];
        double[] products = new double[TERMS];
        for (double[] course : courses) {
            Windows windows = new Windows(course);
            int first = (int) Math.max(Lesson.YOUNGEST, course.length - 1 - Lesson.FARTHEST);
            double weight = 1.0 / Math.max(1, course.length - first) / courses.size();
            for (int t = first; t < course.length; t++) {
                double[] terms = terms(windows, t, t, cap);
                double off = Math.min(course.length - 1 - t, cap) - course[t];
                for (int i = 0; i < TERMS; i++) {
                    products[i] += weight * off * terms[i];
                    for (int j = 0; j <= i; j++) {
                        squares[i][j] += weight * terms[i] * terms[j];
                    }
                }
            }
        }
        for (int i = 0; i < TERMS; i++) {
            squares[i][i] += RIDGE;
        }
        return new Hindsight(Equations.solve(squares, products), cap);
    }

    /** The better predictions, from 0 to the cap, for the last {@code count} of {@code course}, which ends {@code age} cycles after the first. */
    double[] improved(double[] course, int count, int age) {
        Windows windows = new Windows(course);
        int first = course.length - count;
        double[] improved = Arrays.copyOfRange(course, first, course.length);
        for (int i = 0; i < count; i++) {
            double[] terms = terms(windows, first + i, age - count + 1 + i, cap);
            for (int k = 0; k < TERMS; k++) {
                improved[i] += weights[k] * terms[k];
            }
            improved[i] = Math.clamp(improved[i], 0, cap);
        }
        return improved;
    }

    private static double[] terms(Windows course, int last, int age, double cap) {
        double[] terms = new double[TERMS];
        terms[0] = 1;
        for (int i = 0; i < SPANS.length; i++) {
            terms[1 + i] = 2 * course.mean(Math.max(0, last - SPANS[i][1]), SPANS[i][0]) / cap - 1;
        }
        terms[INPUTS] = Math.log1p(age) / 3 - 1;
        int next = INPUTS + 1;
        for (int i = 1; i <= INPUTS; i++) {
            for (int j = 1; j <= i; j++) {
                terms[next++] = terms[i] * terms[j];
            }
            terms[next++] = terms[i] * terms[i] * terms[i];
        }
        return terms;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(cap);
        Numbers.write(out, weights);
    }

    static Hindsight read(DataInput in) throws IOException {
        double cap = in.readDouble();
        return new Hindsight(Numbers.read(in), cap);
    }
}
