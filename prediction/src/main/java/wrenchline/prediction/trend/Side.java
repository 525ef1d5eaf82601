package wrenchline.prediction.trend;

/** From which side a limit is bad to reach. */
public enum Side {
    /** A highest allowed value (上限), such as a temperature. */
    UPPER(1),
    /** A lowest allowed value (下限), such as an oil level. */
    LOWER(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** Turns values so that the limit is always above. */
    double upward(double value) {
        return sign * value;
    }
}
