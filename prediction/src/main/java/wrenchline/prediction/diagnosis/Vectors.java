package wrenchline.prediction.diagnosis;

/** Sums over the first {@code length} entries of vectors. */
final class Vectors {

    private Vectors() {}

    /** Four sums side by side: one alone would wait for each addition, and training is little else. */
    static double dot(double[] left, double[] right, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int index = 0;
        for (; index + 3 < length; index += 4) {
            first += left[index] * right[index];
            second += left[index + 1] * right[index + 1];
            third += left[index + 2] * right[index + 2];
            fourth += left[index + 3] * right[index + 3];
        }
        for (; index < length; index++) {
            first += left[index] * right[index];
        }
        return first + second + third + fourth;
    }

    static void add(double[] sum, double factor, double[] summand, int length) {
        for (int index = 0; index < length; index++) {
            sum[index] += factor * summand[index];
        }
    }
}
