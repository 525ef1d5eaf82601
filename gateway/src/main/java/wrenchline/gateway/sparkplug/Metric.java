package wrenchline.gateway.sparkplug;

/**
 * One metric of a payload.
 *
 * @param name empty where only the alias is sent
 * @param alias {@link Payload#NONE} where there is none
 * @param timestamp in milliseconds since the epoch, or {@link Payload#NONE}
 * @param datatype the number of its {@link DataType}; 0 where it is left out
 * @param isNull whether the node says that it has no value
 * @param quality 192 is good; what is not said is good
 */
record Metric(String name, long alias, long timestamp, int datatype, boolean isNull, int quality, Value value) {

    static final int GOOD = 192;

    /** Whether this is a live measurement, and not a gap or a value that the node itself calls bad or stale. */
    boolean isGood() {
        return !isNull && quality == GOOD && !(value instanceof Value.None);
    }
}
