package wrenchline.core.equipment;

import java.util.regex.Pattern;

/** Identifies one piece of equipment (设备编号), as in the MQTT topic: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record EquipmentId(String value) implements Comparable<EquipmentId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public EquipmentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("equipment id '" + value + "' is not 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    /** Whether {@code value} may be an equipment id. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
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
