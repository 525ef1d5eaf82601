package wrenchline.prediction.boosting;

/** A question that a leaf could ask: the bins up to {@code bin} of {@code column} go left. */
record Split(int column, int bin, double gain, Sums left, Sums right) {

    /** Less gain than this is rounding. */
    private static final double LEAST_GAIN = 1e-9;

    static final Split NONE = new Split(-1, -1, LEAST_GAIN, new Sums(0, 0), new Sums(0, 0));

    boolean isWorthIt() {
        return column >= 0;
    }
}
