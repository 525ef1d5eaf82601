package wrenchline.prediction.life;

/** A trajectory whose readings are deviations from what is usual in the regime of their cycle, and these regimes. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Conditioned(double[][] deviating, int[] regimes) {

    int cycles() {
        return regimes.length;
    }

    /** All but the cycles from {@code first} to before {@code next}. */
    Conditioned without(int first, int next) {
        int left = cycles() - (next - first);
        double[][] readings = new double[left][];
        int[] conditions = new int[left];
        for (int t = 0; t < left; t++) {
            int from = t < first ? t : t + next - first;
            readings[t] = deviating[from];
            conditions[t] = regimes[from];
        }
        return new Conditioned(readings, conditions);
    }
}
