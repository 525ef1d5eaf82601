package wrenchline.core.promise;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.ticket.TicketId;

/**
 * A promise with a clock (服务承诺).
 *
 * @param made when the clock began; for a call, the moment it came in
 * @param policyVersion the policy whose {@code clause} set the deadline
 * @param situation by which the clause was chosen; null for a promise of an older release
 */
public record Promise(
        PromiseId id,
        TicketId ticket,
        Clause clause,
        Instant made,
        String policyVersion,
        @Nullable Situation situation) {

    /** A promise of which nobody knows why it was made. */
    public Promise(PromiseId id, TicketId ticket, Clause clause, Instant made, String policyVersion) {
        this(id, ticket, clause, made, policyVersion, null);
    }

    /** The end of the clock, pauses left out. */
    public Instant deadline() {
        return made.plus(clause.within());
    }

    public Optional<Situation> situationIfKnown() {
        return Optional.ofNullable(situation);
    }

    /** When somebody is to be warned next, after {@code now}, where the clock ends at {@code end}. */
    Optional<Instant> warningAfter(Instant now, Instant end) {
        return clause.warningsIfAny().stream()
                // A pause moves the warnings as it moves the end.
                .map(after -> end.minus(clause.within()).plus(after))
                .filter(at -> at.isAfter(now) && at.isBefore(end))
                .min(Instant::compareTo);
    }
}
