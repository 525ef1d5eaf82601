package wrenchline.core.callback;

import java.time.Duration;
import java.util.List;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffMember;

/**
 * A rung with the people that the roster gave it when the promise was made.
 *
 * @param after since the call
 */
public record LadderStep(Duration after, Rung.Target target, List<StaffMember> people) {
    public LadderStep {
        people = List.copyOf(people);
    }
}
