package wrenchline.hotline.callback;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.hotline.ledger.Leg;

/** The two legs of one attempt, as the ledger shows them. Belongs to the ledger's thread. */
final class Attempt {

    private final AttemptId id;
    private @Nullable Leg staff;
    private @Nullable Leg customer;
    private boolean staffGone;
    private boolean customerGone;
    private boolean bridgeEnded;

    Attempt(AttemptId id) {
        this.id = id;
    }

    AttemptId id() {
        return id;
    }

    void take(Leg leg) {
        if (leg.leads()) {
            staff = leg;
        } else {
            customer = leg;
        }
    }

    void gone(Leg leg) {
        staffGone |= leg.leads();
        customerGone |= !leg.leads();
    }

    /** The callback for which it was dialled. */
    Optional<CallbackId> callback() {
        return Optional.ofNullable(staff).flatMap(leg -> Proof.callbackId(leg.account()));
    }

    /** Both legs with the time from which both were bridged. */
    Optional<Bridge> bridge() {
        Leg first = staff;
        Leg second = customer;
        if (first == null || second == null) {
            return Optional.empty();
        }
        return first.joined()
                .flatMap(one -> second.joined()
                        .map(other -> new Bridge(first.channel(), second.channel(), one.isAfter(other) ? one : other)));
    }

    record Bridge(String staffChannel, String customerChannel, Instant from) {}

    /** Whether this is the first that is heard of the end of the bridge. */
    boolean endsBridge() {
        boolean first = !bridgeEnded;
        bridgeEnded = true;
        return first;
    }

    /** Whether nothing more can come of it. */
    boolean over() {
        return staffGone && (customer == null || customerGone);
    }
}
