package wrenchline.core.equipment;

import java.time.Duration;
import java.util.List;

/**
 * A part whose remaining life is predicted by a model that was trained on histories to the failure (剩余寿命预测部件).
 *
 * @param id for instance {@code air-end}
 * @param model file that {@code ./wrenchline foresight train life} wrote, relative to the folder of the equipment models
 * @param settings metrics that say under which condition the machine runs, in the order of the training files
 * @param sensors metrics that the model reads, in that order
 * @param cycle the event time that counts as one cycle of the training files; each metric's mean over it is taken
 * @param alarm a ticket is raised when so many cycles are left
 */
public record AgeingPart(
        String id, Names names, String model, List<String> settings, List<String> sensors, Duration cycle, int alarm) {
    public AgeingPart {
        settings = List.copyOf(settings);
        sensors = List.copyOf(sensors);
    }

    /** The failure mode (失效模式) of this part at the end of its life, for instance {@code WORN_AIR_END}. */
    public String failureMode() {
        return WearPart.failureMode(id);
    }
}
