package wrenchline.bench.compare;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Fittings;
import wrenchline.core.detection.Outlook;
import wrenchline.core.equipment.EquipmentId;

/** Keeps nothing of what detectors know. */
final class Unlearned implements DetectorStates, Fittings {

    @Override
    public void keep(List<DetectorState> states) {}

    @Override
    public Optional<DetectorState> find(EquipmentId equipment) {
        return Optional.empty();
    }

    @Override
    public void show(Map<EquipmentId, Outlook> outlooks) {}

    @Override
    public Map<EquipmentId, Outlook> standing() {
        return Map.of();
    }

    @Override
    public Optional<Outlook> outlook(EquipmentId equipment) {
        return Optional.empty();
    }

    @Override
    public void keep(Fitting fitting) {}

    @Override
    public List<Fitting> of(EquipmentId equipment) {
        return List.of();
    }

    @Override
    public List<Fitting> since(Instant time) {
        return List.of();
    }
}
