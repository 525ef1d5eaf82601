package wrenchline.core.escalation;

import java.time.Duration;
import java.util.List;
import wrenchline.core.duty.Rung;

/**
 * A rung of the ladder of a ticket that nobody has taken (升级阶梯).
 *
 * @param after since somebody was first asked
 */
public record Step(Duration after, Rung.Target target, List<Way> ways) {
    public Step {
        ways = List.copyOf(ways);
    }
}
