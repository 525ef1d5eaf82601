package wrenchline.gateway.modbus;

import java.util.Map;
import wrenchline.core.equipment.EquipmentId;

/**
 * How it stands with the machines that are polled.
 *
 * @param failures of the polls, those that brought nothing
 * @param trouble why machines are not heard now
 */
public record PollSnapshot(int machines, long polls, long failures, Map<EquipmentId, String> trouble) {
    public PollSnapshot {
        trouble = Map.copyOf(trouble);
    }
}
