package wrenchline.core.escalation;

import java.time.Duration;
import java.util.List;

/**
 * How tickets escalate (升级规则).
 *
 * @param ladder in order of time; the last step is taken again and again
 * @param again after so long
 * @param followUp so long may nothing happen to a ticket that somebody has, before its holder and the supervisors are reminded
 */
public record Rules(List<Step> ladder, Duration again, Duration followUp) {
    public Rules {
        ladder = List.copyOf(ladder);
        if (again.isZero() || followUp.isZero()) {
            throw new IllegalArgumentException("what is done again needs a time between");
        }
    }

    /** When no ladder is written down: nobody is asked by another way, and everybody is reminded. */
    public static final Rules USUAL = new Rules(List.of(), Duration.ofMinutes(30), Duration.ofHours(4));
}
