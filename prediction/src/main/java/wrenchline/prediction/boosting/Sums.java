package wrenchline.prediction.boosting;

/** Sums of first and second derivatives of the loss over some rows. */
record Sums(double first, double second) {

    Sums minus(Sums other) {
        return new Sums(first - other.first, second - other.second);
    }

    /** Twice what the best single value saves on these rows (Chen and Guestrin 2016, equation 6). */
    double score(double ridge) {
        return second <= 0 ? 0 : first * first / (second + ridge);
    }

    /** The best single value (ibid., equation 5). */
    double value(double ridge) {
        return second <= 0 ? 0 : -first / (second + ridge);
    }
}
