package wrenchline.gateway.sparkplug;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wrenchline.config.SparkplugSettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.payload.DeviceName;

/**
 * Which machine a device is, and which metric a metric. What the settings name goes before; a device, or a node without devices, that is
 * called as a registered machine is that machine; all others are {@code group.node.device}. Metric names become lower case with
 * underscores: {@code Hydraulics/Oil Temp} is {@code hydraulics_oil_temp}.
 */
final class Naming {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.-]+");

    private final SparkplugSettings settings;
    private final Predicate<EquipmentId> registered;

    /** @param registered whether there is such a machine in the register; must answer at once */
    Naming(SparkplugSettings settings, Predicate<EquipmentId> registered) {
        this.settings = settings;
        this.registered = registered;
    }

    /** For a node that may speak for {@code owner}, and for what the settings name, and for no other machine of the register. */
    Naming of(EquipmentId owner) {
        return new Naming(settings, owner::equals);
    }

    /** @param device empty for the node itself */
    EquipmentId equipment(Topic.NodeId node, String device) {
        String path = device.isEmpty() ? node.toString() : node + "/" + device;
        EquipmentId named = settings.machines().get(path);
        if (named != null) {
            return named;
        }
        String own = device.isEmpty() ? node.node() : device;
        if (EquipmentId.isValid(own) && registered.test(new EquipmentId(own))) {
            return new EquipmentId(own);
        }
        return DeviceName.equipment(path.replace('/', '.'));
    }

    /** The metric of ours that {@code name} is. */
    String metric(String name) {
        String named = settings.metrics().get(name);
        return named != null
                ? named
                : BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
