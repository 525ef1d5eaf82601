package wrenchline.gateway.payload;

import java.util.regex.Pattern;
import wrenchline.core.equipment.EquipmentId;

/** Names that other systems give their devices, which may hold anything. */
public final class DeviceName {

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST = 64;

    private DeviceName() {}

    /**
     * The equipment of this name: what no equipment id may hold is an underscore, and a name that is too long ends in its hash
     * instead. {@code Lift 3} is {@code Lift_3}. Names that differ in such characters alone are one machine.
     */
    public static EquipmentId equipment(String name) {
        String fit = UNFIT.matcher(name).replaceAll("_");
        if (fit.isEmpty()) {
            return new EquipmentId("_");
        }
        return new EquipmentId(
                fit.length() <= LONGEST
                        ? fit
                        : fit.substring(0, LONGEST - 9) + "-" + "%08x".formatted(name.hashCode()));
    }
}
