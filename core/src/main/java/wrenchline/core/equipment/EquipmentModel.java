package wrenchline.core.equipment;

import java.util.List;
import java.util.Optional;

/**
 * A model of equipment (设备型号): what it measures, which limits hold, and what else is watched.
 *
 * @param id for instance {@code two-post-lift}
 */
public record EquipmentModel(String id, Names names, List<Metric> metrics, List<Limit> limits, Foresight foresight) {
    public EquipmentModel {
        metrics = List.copyOf(metrics);
        limits = List.copyOf(limits);
    }

    /** A model of which nothing but the limits is watched. */
    public EquipmentModel(String id, Names names, List<Metric> metrics, List<Limit> limits) {
        this(id, names, metrics, limits, Foresight.NONE);
    }

    public Optional<Metric> metric(String id) {
        return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /** What {@code failureMode} is called; empty when the model does not know it. */
    public Optional<Names> failureNames(String failureMode) {
        return limits.stream()
                .filter(limit -> limit.failureMode().equals(failureMode))
                .map(Limit::names)
                .findFirst();
    }

    /** Whether a machine that crosses this limit is told not to start any more. */
    public boolean inhibitsStart(String metric, String failureMode) {
        return limits.stream()
                .anyMatch(limit -> limit.inhibitStart()
                        && limit.metric().equals(metric)
                        && limit.failureMode().equals(failureMode));
    }
}
