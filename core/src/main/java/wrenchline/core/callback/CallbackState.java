package wrenchline.core.callback;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.promise.Grade;
import wrenchline.core.transition.Timed;

/**
 * The states of a callback (回电状态). {@code step} is the next step of the ladder, {@code failures} how often the customer was
 * not reached.
 */
public sealed interface CallbackState extends Timed {

    /** Nobody is being rung; the next step of the ladder comes at {@code next} (null when the ladder is at its end). */
    record Waiting(int step, int failures, @Nullable Instant next) implements CallbackState {}

    /** Staff are being rung (呼叫工程师). */
    record Offering(
            List<Offer> offers,
            int step,
            int failures,
            @Nullable Instant next) implements CallbackState {
        public Offering {
            offers = List.copyOf(offers);
        }

        Optional<Offer> offer(AttemptId attempt) {
            return offers.stream()
                    .filter(offer -> offer.attempt().equals(attempt))
                    .findFirst();
        }
    }

    /** One accepted and the customer is being rung (呼叫客户). */
    record Connecting(AttemptId attempt, StaffMember staff, Instant expires, int step, int failures)
            implements CallbackState {}

    /** Both are bridged (通话中), for {@link CallbackMachine#LONGEST_TALK} at most. */
    record Talking(AttemptId attempt, StaffMember staff, Instant since, int step, int failures)
            implements CallbackState {}

    /**
     * The talk is over and was long enough; the customer is asked to confirm (客户确认).
     *
     * @param proved when the talk had lasted long enough
     */
    record Confirming(AttemptId attempt, StaffMember staff, Instant proved, Instant expires) implements CallbackState {}

    /**
     * The customer was not reached, the talk was too short, or {@code staff} was engaged; they are rung again at {@code at}
     * (稍后再拨).
     *
     * @param late when the customer is told before that that help is late; null when that step does not come so soon
     */
    record Retrying(StaffMember staff, Instant at, @Nullable Instant late, int step, int failures)
            implements CallbackState {}

    /**
     * {@code staff} say that they called the customer themselves, and the customer is asked by SMS; the ladder goes on at
     * {@code until} (待客户短信确认).
     */
    record Claimed(StaffMember staff, Instant said, Instant until, int step, int failures) implements CallbackState {}

    /**
     * {@code staff} call the customer from a telephone of their own, and nobody else is rung before {@code until}; without a word of
     * theirs by then the product rings them (自行回电中).
     */
    record OwnPhone(StaffMember staff, Instant until, int step, int failures) implements CallbackState {}

    /**
     * Done, and proved with {@code grade} (已回电).
     *
     * @param attempt the talk; for grade C, which has none here, an id of its own
     */
    record Done(AttemptId attempt, StaffMember staff, Instant proved, Grade grade) implements CallbackState {}

    /** No longer wanted (已取消). */
    record Cancelled(Instant at, String reason) implements CallbackState {}

    /** The attempts that have somebody of the staff on the line. */
    default Set<AttemptId> live() {
        return switch (this) {
            case Offering offering ->
                offering.offers().stream().map(Offer::attempt).collect(toSet());
            case Connecting connecting -> Set.of(connecting.attempt());
            case Talking talking -> Set.of(talking.attempt());
            case Waiting _, Confirming _, Retrying _, OwnPhone _, Claimed _, Done _, Cancelled _ -> Set.of();
        };
    }

    @Override
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Waiting waiting -> Optional.ofNullable(waiting.next());
            case Offering offering ->
                Stream.concat(
                                Stream.ofNullable(offering.next()),
                                offering.offers().stream().map(Offer::expires))
                        .min(Comparator.naturalOrder());
            case Connecting connecting -> Optional.of(connecting.expires());
            case Talking talking -> Optional.of(talking.since().plus(CallbackMachine.LONGEST_TALK));
            case Confirming confirming -> Optional.of(confirming.expires());
            case Retrying retrying ->
                Stream.concat(Stream.of(retrying.at()), Stream.ofNullable(retrying.late()))
                        .min(Comparator.naturalOrder());
            case OwnPhone own -> Optional.of(own.until());
            case Claimed claimed -> Optional.of(claimed.until());
            case Done _ -> Optional.empty();
            case Cancelled _ -> Optional.empty();
        };
    }

    @Override
    default boolean over() {
        return this instanceof Done || this instanceof Cancelled;
    }
}
