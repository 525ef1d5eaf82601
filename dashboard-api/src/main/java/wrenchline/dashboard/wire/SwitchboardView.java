package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.Call;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.evidence.Evidence;

/**
 * The telephones at this moment (总机).
 *
 * @param now the server's clock, by which the promises run
 * @param calls those that last, the oldest first
 * @param callbacks those that are owed, the most urgent first
 * @param staff whom an operator can have rung
 */
public record SwitchboardView(Instant now, List<LiveCall> calls, List<Owed> callbacks, List<StaffMember> staff) {

    /**
     * @param customer name of whoever has this number; null when nobody is known by it
     */
    public record LiveCall(
            @JsonUnwrapped Call call, @Nullable String customer) {}

    /**
     * @param customer name of whoever has this number; null when nobody is known by it
     * @param acts what operators did about it, oldest first
     */
    public record Owed(
            @JsonUnwrapped CallbackView callback,
            @Nullable String customer,
            PromiseView clock,
            List<Evidence.OperatorActed> acts) {}
}
