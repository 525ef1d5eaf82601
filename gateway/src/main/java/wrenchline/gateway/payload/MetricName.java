package wrenchline.gateway.payload;

/** Bounds on names that a sender chooses. */
public final class MetricName {

    private static final int LONGEST = 128;

    private MetricName() {}

    /** Whether a metric or an attribute may be called {@code name}: no blank, not too long, no control characters. */
    public static boolean isValid(String name) {
        return !name.isBlank() && name.length() <= LONGEST && hasPlainCharacters(name);
    }

    private static boolean hasPlainCharacters(String name) {
        for (int index = 0; index < name.length(); index++) {
            char one = name.charAt(index);
            if (Character.isISOControl(one) || Character.isSurrogate(one)) {
                return false;
            }
        }
        return true;
    }
}
