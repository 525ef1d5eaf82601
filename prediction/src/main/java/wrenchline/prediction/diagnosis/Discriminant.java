package wrenchline.prediction.diagnosis;

/** A linear score for each level of a component: the higher, the likelier. */
@SuppressWarnings("ArrayRecordComponent") // numbers for the inner loops; never compared, never changed
record Discriminant(double[][] weights, double[] offsets) {

    double[] scores(double[] points) {
        double[] scores = offsets.clone();
        for (int level = 0; level < scores.length; level++) {
            scores[level] += Vectors.dot(weights[level], points, points.length);
        }
        return scores;
    }
}
