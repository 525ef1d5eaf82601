package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import wrenchline.core.equipment.Names;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.Result;
import wrenchline.core.transition.Dated;

/**
 * A promise with everything that is known of it.
 *
 * @param why it ends when it does
 * @param results how it stands by its own policy, by the looser readings of the tender, and by every other policy
 * @param events what happened to it, oldest first: pauses with their approvals, and why it was not kept
 */
public record PromiseDetail(
        @JsonUnwrapped PromiseView promise, Names why, List<Result> results, List<Dated<PromiseEvent>> events) {}
