package wrenchline.core.equipment;

/** Identifies one piece of equipment (设备编号), as in the MQTT topic: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record EquipmentId(String value) implements Comparable<EquipmentId> {

    private static final int LONGEST = 64;

    public EquipmentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("equipment id '" + value + "' is not 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    /** Whether {@code value} may be an equipment id. */
    public static boolean isValid(String value) {
        boolean valid = !value.isEmpty() && value.length() <= LONGEST;
        for (int index = 0; valid && index < value.length(); index++) {
            valid = isAllowed(value.charAt(index));
        }
        return valid;
    }

    private static boolean isAllowed(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= '0' && sign <= '9')
                || (sign >= 'A' && sign <= 'Z')
                || sign == '.'
                || sign == '_'
                || sign == '-';
    }

    @Override
    public int compareTo(EquipmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
