package wrenchline.prediction.series;

/** What a single series is looked at for. The weights of the surprises in their sum were found by search on a public corpus. */
enum Look {
    /** The mean of the last dozens of readings against the hundreds before. */
    LEVEL(0.40, Symptom.SHIFT),
    /** The distance of the reading from the middle of all. */
    EXTREME(0.58, Symptom.SPIKE),
    /** How far the last readings are off the usual ones of their time of day, against the hundreds before. */
    OFF_DAY(0.70, Symptom.SHIFT),
    /** How far the last dozens are off the usual ones of their hour of the week. */
    OFF_WEEK(0.29, Symptom.SHIFT),
    RESTLESS(0.53, Symptom.UNREST),
    QUIET(0.58, Symptom.UNREST);

    final double weight;
    final Symptom symptom;

    Look(double weight, Symptom symptom) {
        this.weight = weight;
        this.symptom = symptom;
    }
}
