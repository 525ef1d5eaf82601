package wrenchline.gateway.detecting;

import java.util.Map;
import java.util.Optional;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.LimitDetector;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.EquipmentRegister;

/** Watches each registered machine by the limits of its model. */
public final class ModelDetectors implements Detectors {

    private final EquipmentRegister register;
    private final Map<String, EquipmentModel> models;

    /** @param models by id */
    public ModelDetectors(EquipmentRegister register, Map<String, EquipmentModel> models) {
        this.register = register;
        this.models = Map.copyOf(models);
    }

    @Override
    public Optional<Detector> watching(EquipmentId equipment) {
        return register.find(equipment)
                .map(Equipment::model)
                .flatMap(model -> Optional.ofNullable(models.get(model)))
                .map(LimitDetector::new);
    }
}
