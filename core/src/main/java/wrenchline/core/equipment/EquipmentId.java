package wrenchline.core.equipment;

/** Identifies one piece of equipment (设备编号), as in the MQTT topic: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record EquipmentId(String value) implements Comparable<EquipmentId> {

    public EquipmentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("equipment id '" + value + "' is not 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    /** Whether {@code value} may be an equipment id. */
    public static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > 64) {
            return false;
        }
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
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
