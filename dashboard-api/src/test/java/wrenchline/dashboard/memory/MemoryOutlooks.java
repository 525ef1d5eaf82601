package wrenchline.dashboard.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Outlook;
import wrenchline.core.equipment.EquipmentId;

/** How things stand, in memory; what detectors know is nobody's business here. */
public final class MemoryOutlooks implements DetectorStates {

    private final Map<EquipmentId, Outlook> outlooks = new ConcurrentHashMap<>();

    @Override
    public void keep(List<DetectorState> states) {
        throw new UnsupportedOperationException("the dashboard keeps no detectors");
    }

    @Override
    public Optional<DetectorState> find(EquipmentId equipment) {
        return Optional.empty();
    }

    @Override
    public void show(Map<EquipmentId, Outlook> shown) {
        outlooks.putAll(shown);
    }

    @Override
    public Map<EquipmentId, Outlook> standing() {
        return Map.copyOf(outlooks);
    }

    @Override
    public Optional<Outlook> outlook(EquipmentId equipment) {
        return Optional.ofNullable(outlooks.get(equipment));
    }
}
