package wrenchline.prediction.bearing;

import java.util.Arrays;

/** The last values of one feature: how far the newest few lie from those before, in the scatter of those before. */
final class Past {

    private static final int NOW = 5;
    private static final int GAP = 5;
    private static final int BEFORE = 300;
    private static final double TO_DEVIATION = 1.4826;

    private final double[] ring = new double[NOW + GAP + BEFORE];
    private long taken;

    void add(double value) {
        ring[(int) (taken % ring.length)] = value;
        taken++;
    }

    /** 0 until there are ten values to compare with. */
    double rise() {
        int before = (int) Math.min(BEFORE, taken - NOW - GAP);
        if (before < 10) {
            return 0;
        }
        double[] usual = last(NOW + GAP, before);
        double middle = median(usual);
        for (int i = 0; i < usual.length; i++) {
            usual[i] = Math.abs(usual[i] - middle);
        }
        double scatter = TO_DEVIATION * median(usual);
        double rise = median(last(0, NOW)) - middle;
        return rise == 0 ? 0 : rise / Math.max(scatter, Math.ulp(middle));
    }

    /** The {@code count} values before the newest {@code skipped}. */
    private double[] last(int skipped, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = ring[(int) ((taken - 1 - skipped - i) % ring.length)];
        }
        return values;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }
}
