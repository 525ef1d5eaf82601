package wrenchline.gateway.detecting;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wrenchline.core.detection.Detector;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.EquipmentRegister;

/** Watches each registered machine as its model asks for. */
public final class ModelDetectors implements Detectors {

    private final EquipmentRegister register;
    private final Map<String, EquipmentModel> models;
    private final Function<EquipmentModel, Detector> maker;

    /** @param models by id */
    public ModelDetectors(
            EquipmentRegister register, Map<String, EquipmentModel> models, Function<EquipmentModel, Detector> maker) {
        this.register = register;
        this.models = Map.copyOf(models);
        this.maker = maker;
    }

    @Override
    public Optional<Detector> watching(EquipmentId equipment) {
        return register.find(equipment)
                .map(Equipment::model)
                .flatMap(model -> Optional.ofNullable(models.get(model)))
                .map(maker);
    }
}
