package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Grounds;
import wrenchline.core.detection.Outlook;
import wrenchline.core.detection.RemainingLife;
import wrenchline.core.equipment.EquipmentId;

/**
 * A machine for which something is foreseen (风险设备).
 *
 * @param score the newest, from 0 to 1; null while there is none
 * @param soonest when the first of it is likely; null when the machine is only unlike itself
 */
public record RiskView(
        EquipmentId equipment,
        Grounds.@Nullable Sample score,
        boolean learning,
        @Nullable Instant soonest,
        List<Outlook.Course> courses,
        List<Outlook.Wear> wear,
        List<RemainingLife> lives,
        List<Outlook.Condition> conditions) {

    /** From this score on it is an event. */
    private static final double EVENT = 0.5;

    /** What is foreseen for {@code equipment}; parts of which nobody knows when they will be used up, or that will live long, and components that are well are left out. */
    public static RiskView of(EquipmentId equipment, Outlook outlook) {
        List<Outlook.Wear> wear =
                outlook.wear().stream().filter(one -> one.spent() != null).toList();
        List<RemainingLife> lives =
                outlook.lives().stream().filter(RemainingLife::isNear).toList();
        Instant soonest = Stream.of(
                        outlook.courses().stream()
                                .map(course -> course.forecast().likely()),
                        wear.stream().map(Outlook.Wear::spent).filter(Objects::nonNull),
                        lives.stream().map(RemainingLife::likely))
                .flatMap(times -> times)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Grounds.Sample score =
                outlook.scores().isEmpty() ? null : outlook.scores().getLast();
        List<Outlook.Condition> conditions =
                outlook.conditions().stream().filter(one -> !one.well()).toList();
        return new RiskView(equipment, score, outlook.learning(), soonest, outlook.courses(), wear, lives, conditions);
    }

    /** Whether there is anything to tell. */
    public boolean any() {
        return soonest != null || !conditions.isEmpty() || (score != null && !learning && score.value() >= EVENT);
    }
}
