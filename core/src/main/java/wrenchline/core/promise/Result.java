package wrenchline.core.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a promise stands by one reading of one policy (口径结果). A change of policy changes no promise: it adds a result.
 *
 * @param policyVersion whose reading it is
 * @param clause id of the clause, or of the looser reading of it
 * @param looser whether it is a looser reading
 * @param met null while it is open, or no longer owed
 */
public record Result(
        String policyVersion,
        String clause,
        Duration within,
        Instant deadline,
        boolean looser,
        @Nullable Boolean met) {

    /**
     * The results of {@code promise} by its own policy first, then by every other that is known.
     *
     * @param others policies besides its own
     */
    public static List<Result> of(Promise promise, PromiseState state, List<Policy> others, Instant now) {
        List<Result> results =
                new ArrayList<>(readings(promise, promise.policyVersion(), promise.clause(), state, now));
        promise.situationIfKnown()
                .ifPresent(situation -> others.stream()
                        .filter(policy -> !policy.version().equals(promise.policyVersion()))
                        .forEach(policy -> policy.clausesFor(situation).stream()
                                .filter(clause ->
                                        clause.kind() == promise.clause().kind())
                                .forEach(clause ->
                                        results.addAll(readings(promise, policy.version(), clause, state, now)))));
        return results;
    }

    private static List<Result> readings(
            Promise promise, String version, Clause clause, PromiseState state, Instant now) {
        List<Result> results = new ArrayList<>();
        results.add(one(promise, version, clause.id(), clause.within(), false, state, now));
        clause.looserIfAny()
                .forEach(reading ->
                        results.add(one(promise, version, reading.id(), reading.within(), true, state, now)));
        return results;
    }

    private static Result one(
            Promise promise,
            String version,
            String clause,
            Duration within,
            boolean looser,
            PromiseState state,
            Instant now) {
        Instant deadline = promise.made().plus(within).plus(paused(promise, state));
        return new Result(
                version,
                clause,
                within,
                deadline,
                looser,
                met(state, deadline, now).orElse(null));
    }

    /** By how much pauses moved the deadline. */
    private static Duration paused(Promise promise, PromiseState state) {
        Instant end = switch (state) {
            case PromiseState.Running running -> running.deadline();
            case PromiseState.Paused paused -> paused.until().plus(paused.left());
            case PromiseState.Broken broken -> broken.at();
            case PromiseState.KeptLate late -> late.brokenAt();
            // Kept is kept: a pause must have moved the end at least to there.
            case PromiseState.Kept kept -> kept.at().isAfter(promise.deadline()) ? kept.at() : promise.deadline();
            case PromiseState.Waived _ -> promise.deadline();
        };
        return Duration.between(promise.deadline(), end);
    }

    private static Optional<Boolean> met(PromiseState state, Instant deadline, Instant now) {
        return switch (state) {
            case PromiseState.Kept kept -> Optional.of(!kept.at().isAfter(deadline));
            case PromiseState.KeptLate late -> Optional.of(!late.at().isAfter(deadline));
            case PromiseState.Running _, PromiseState.Broken _ ->
                now.isBefore(deadline) ? Optional.empty() : Optional.of(false);
            case PromiseState.Paused _, PromiseState.Waived _ -> Optional.empty();
        };
    }
}
