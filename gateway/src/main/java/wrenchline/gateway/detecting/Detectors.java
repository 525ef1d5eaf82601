package wrenchline.gateway.detecting;

import java.util.Optional;
import wrenchline.core.detection.Detector;
import wrenchline.core.equipment.EquipmentId;

/** Who watches which machine. */
@FunctionalInterface
public interface Detectors {

    /** A fresh detector for {@code equipment}; empty while it is not registered or its model is not known. */
    Optional<Detector> watching(EquipmentId equipment);
}
