package wrenchline.prediction.series;

/**
 * How unusual a reading is.
 *
 * @param decades 3 is once in a thousand readings
 * @param shares of the channels in the blame; not normalised
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Surprise(double decades, Symptom symptom, double[] shares) {}
