package wrenchline.prediction.life;

/** A trajectory whose readings are deviations from what is usual in the regime of their cycle, and these regimes. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Conditioned(double[][] deviating, int[] regimes) {

    int cycles() {
        return regimes.length;
    }
}
