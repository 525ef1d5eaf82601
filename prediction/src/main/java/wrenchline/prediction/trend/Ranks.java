package wrenchline.prediction.trend;

/** Finds values by rank without sorting all others (Hoare 1961): a forecast needs three of 8,128 slopes. */
final class Ranks {

    private Ranks() {}

    /** The value of {@code rank}, from 0. Puts no greater ones before it in {@code values} and no smaller ones behind it. */
    static double select(double[] values, int rank) {
        int first = 0;
        int last = values.length - 1;
        while (first < last) {
            double pivot = middle(values[first], values[(first + last) >>> 1], values[last]);
            int left = first;
            int right = last;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (rank <= right) {
                last = right;
            } else if (rank >= left) {
                first = left;
            } else {
                break;
            }
        }
        return values[rank];
    }

    /** The middle value, or the mean of the two. */
    static double median(double[] values) {
        int half = values.length / 2;
        double upper = select(values, half);
        if (values.length % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int index = 1; index < half; index++) {
            lower = Math.max(lower, values[index]);
        }
        return (lower + upper) / 2;
    }

    private static double middle(double one, double two, double three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }
}
