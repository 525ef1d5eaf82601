package wrenchline.prediction.life;

import java.util.List;

/** Directions in the space of the sensors in which worn machines differ most from each other and from the usual (主方向). */
final class Directions {

    private static final int SMOOTHING = 10;
    private static final int ROUNDS = 200;

    /** What is left of life below which a machine counts as worn, in cycles. */
    private static final int WORN = 50;

    private Directions() {}

    /** The {@code count} strongest, of unit length and at right angles, by power iteration. */
    static double[][] of(List<double[][]> deviating, int count) {
        double[][] squares = squaresOfWorn(deviating);
        double[][] directions = new double[count][];
        for (int d = 0; d < count; d++) {
            directions[d] = strongest(squares);
            takeOut(squares, directions[d]);
        }
        return directions;
    }

    private static double[][] squaresOfWorn(List<double[][]> deviating) {
        int sensors = deviating.getFirst()[0].length;
        double[][] squares = new double[sensors][sensors];
        for (double[][] each : deviating) {
            Windows[] windows = Windows.ofColumns(each);
            for (int t = Math.max(0, each.length - WORN); t < each.length; t++) {
                for (int i = 0; i < sensors; i++) {
                    for (int j = 0; j < sensors; j++) {
                        squares[i][j] += windows[i].mean(t, SMOOTHING) * windows[j].mean(t, SMOOTHING);
                    }
                }
            }
        }
        return squares;
    }

    private static double[] strongest(double[][] squares) {
        double[] vector = new double[squares.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = 1 + 0.01 * i;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[vector.length];
            double length = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] = product(squares[i], vector);
                length += next[i] * next[i];
            }
            for (int i = 0; i < next.length; i++) {
                vector[i] = next[i] / Math.max(Math.sqrt(length), Double.MIN_NORMAL);
            }
        }
        return vector;
    }

    private static void takeOut(double[][] squares, double[] vector) {
        double strength = 0;
        for (int i = 0; i < vector.length; i++) {
            strength += vector[i] * product(squares[i], vector);
        }
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                squares[i][j] -= strength * vector[i] * vector[j];
            }
        }
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
