package wrenchline.core.promise;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause of the tender that sets a clock (承诺条款).
 *
 * @param id as in the policy file, for instance {@code hotline-30min}
 * @param within the time allowed
 * @param text the tender's own words
 * @param clock null for the contract's
 * @param warnings how long after the promise was made somebody is warned; null for never
 * @param looser what the tender says of the same thing elsewhere, with more time; null for nothing
 */
public record Clause(
        String id,
        PromiseKind kind,
        Duration within,
        String text,
        @Nullable Clock clock,
        @Nullable List<Duration> warnings,
        @Nullable List<Reading> looser) {

    public Clause {
        warnings = warnings == null ? null : List.copyOf(warnings);
        looser = looser == null ? null : List.copyOf(looser);
    }

    /** A clause of the contract of which nobody is warned. */
    public Clause(String id, PromiseKind kind, Duration within, String text) {
        this(id, kind, within, text, null, null, null);
    }

    /** Another reading of the tender (宽松口径). */
    public record Reading(String id, Duration within, String text) {}

    /** Whether its clock may pause. */
    public boolean mayPause() {
        return clock == Clock.INTERNAL;
    }

    public List<Duration> warningsIfAny() {
        return warnings == null ? List.of() : warnings;
    }

    public List<Reading> looserIfAny() {
        return looser == null ? List.of() : looser;
    }
}
