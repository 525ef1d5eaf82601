package wrenchline.core.equipment;

import java.util.List;

/**
 * A model of equipment (设备型号): what it measures and which limits hold.
 *
 * @param id for instance {@code two-post-lift}
 */
public record EquipmentModel(String id, Names names, List<Metric> metrics, List<Limit> limits) {
    public EquipmentModel {
        metrics = List.copyOf(metrics);
        limits = List.copyOf(limits);
    }

    /** Whether a machine that crosses this limit is told not to start any more. */
    public boolean inhibitsStart(String metric, String failureMode) {
        return limits.stream()
                .anyMatch(limit -> limit.inhibitStart()
                        && limit.metric().equals(metric)
                        && limit.failureMode().equals(failureMode));
    }
}
