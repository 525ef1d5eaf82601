package wrenchline.prediction.bearing;

/**
 * Features of the vibration of a bearing, one row a snapshot (振动特征).
 *
 * @param seconds when each snapshot was taken, ascending
 * @param features numbers that rise when the bearing wears, such as levels, peaks and bands, in any unit and with any offset
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record BearingRun(double[] seconds, double[][] features) {

    /** Seconds from the first snapshot to {@code row}. */
    public double age(int row) {
        return seconds[row] - seconds[0];
    }

    /** Seconds from {@code row} to the last snapshot, which is the end of life of a bearing that ran to its failure. */
    public double left(int row) {
        return seconds[seconds.length - 1] - seconds[row];
    }

    public int rows() {
        return seconds.length;
    }
}
