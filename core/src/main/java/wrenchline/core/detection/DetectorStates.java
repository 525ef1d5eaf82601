package wrenchline.core.detection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.equipment.EquipmentId;

/** Where it is kept what detectors know, so that they go on after a restart. */
public interface DetectorStates {

    /** Keeps {@code states}, each in the place of the one before it. A normal return means that they are on disk. */
    void keep(List<DetectorState> states);

    Optional<DetectorState> find(EquipmentId equipment);

    /** Keeps how things stand, for those who look. */
    void show(Map<EquipmentId, Outlook> outlooks);

    /** How things stood with each machine a moment ago, with its newest score alone. */
    Map<EquipmentId, Outlook> standing();

    /** How things stood with {@code equipment} a moment ago; empty when nothing watches it. */
    Optional<Outlook> outlook(EquipmentId equipment);
}
