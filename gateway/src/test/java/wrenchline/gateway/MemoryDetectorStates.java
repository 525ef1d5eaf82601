package wrenchline.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Outlook;
import wrenchline.core.equipment.EquipmentId;

/** What detectors know, in memory. */
public final class MemoryDetectorStates implements DetectorStates {

    public final Map<EquipmentId, DetectorState> states = new ConcurrentHashMap<>();
    private final Map<EquipmentId, Outlook> outlooks = new ConcurrentHashMap<>();

    @Override
    public void keep(List<DetectorState> kept) {
        kept.forEach(state -> states.put(state.equipment(), state));
    }

    @Override
    public Optional<DetectorState> find(EquipmentId equipment) {
        return Optional.ofNullable(states.get(equipment));
    }

    @Override
    public void show(Map<EquipmentId, Outlook> shown) {
        outlooks.putAll(shown);
    }

    @Override
    public Map<EquipmentId, Outlook> standing() {
        return Map.of();
    }

    @Override
    public Optional<Outlook> outlook(EquipmentId equipment) {
        return Optional.ofNullable(outlooks.get(equipment));
    }

    /** As a process finds them that comes after this one was killed. */
    MemoryDetectorStates copy() {
        MemoryDetectorStates copy = new MemoryDetectorStates();
        copy.states.putAll(states);
        return copy;
    }
}
