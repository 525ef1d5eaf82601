package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.List;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;

/**
 * How far a ticket has climbed that nobody has taken (升级进度).
 *
 * @param steps how many rungs were taken
 * @param next when the next one is
 * @param urgent whether a rung put it at the top of the page
 */
public record Escalated(int steps, Instant next, boolean urgent) {

    public static Escalated of(Escalation facts, EscalationState.Climbing state) {
        List<Step> ladder = facts.rules().ladder();
        boolean urgent =
                ladder.stream().limit(state.step()).anyMatch(step -> step.ways().contains(Way.PAGE));
        return new Escalated(state.step(), state.next(), urgent);
    }
}
