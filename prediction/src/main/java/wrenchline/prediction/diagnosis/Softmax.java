package wrenchline.prediction.diagnosis;

/** Probabilities from scores. */
final class Softmax {

    private Softmax() {}

    /** Natural logarithms of the probabilities; a higher {@code temperature} makes them more alike. */
    static double[] logarithms(double[] scores, double temperature) {
        double highest = scores[best(scores)];
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp((score - highest) / temperature);
        }
        double[] logarithms = new double[scores.length];
        for (int index = 0; index < scores.length; index++) {
            logarithms[index] = (scores[index] - highest) / temperature - Math.log(sum);
        }
        return logarithms;
    }

    static int best(double[] scores) {
        int best = 0;
        for (int index = 1; index < scores.length; index++) {
            best = scores[index] > scores[best] ? index : best;
        }
        return best;
    }
}
