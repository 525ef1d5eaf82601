package wrenchline.core.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseState;

/**
 * What a journal proves of its promise (判定), found from the journal alone and not from what the product made of it at the time.
 *
 * @param at when it was kept; null while it was not
 * @param grade how well that is proved; null while it was not kept
 */
public record Judgement(
        Outcome outcome, @Nullable Instant at, @Nullable Grade grade) {

    /** How it came out. */
    public enum Outcome {
        /** Kept in time (按时兑现). */
        KEPT,
        /** Done, but after the deadline (逾期完成). */
        LATE,
        /** Not done, and the deadline is over (违约). */
        BROKEN,
        /** Not done, and there was time left at the journal's last entry (计时中). */
        OPEN,
        /** No longer owed (不再适用). */
        WAIVED,
        /** The journal does not say what was promised: it was begun when that was not written down yet (无法重算). */
        UNKNOWN
    }

    private record Done(Instant at, Grade grade) {}

    /**
     * Judges a journal, oldest entry first.
     *
     * @param until the moment up to which it is complete
     */
    public static Judgement of(List<Evidence> journal, Instant until) {
        return only(journal, Evidence.Promised.class).stream()
                .findFirst()
                .map(promised -> judge(promised, journal, until))
                .orElse(new Judgement(Outcome.UNKNOWN, null, null));
    }

    private static Judgement judge(Evidence.Promised promised, List<Evidence> journal, Instant until) {
        boolean callback = promised.clause().kind() == PromiseKind.CALLBACK;
        Optional<Done> done = callback
                ? Stream.concat(talked(promised, journal).stream(), confirmedBySms(journal).stream())
                        .min(Comparator.comparing(Done::at))
                : told(journal);
        if (done.isPresent()) {
            boolean late = done.get().at().isAfter(promised.deadline());
            return new Judgement(
                    late ? Outcome.LATE : Outcome.KEPT,
                    done.get().at(),
                    done.get().grade());
        }
        boolean waived = only(journal, Evidence.Concluded.class).stream()
                .anyMatch(concluded -> concluded.state() instanceof PromiseState.Waived);
        if (waived) {
            return new Judgement(Outcome.WAIVED, null, null);
        }
        return new Judgement(until.isBefore(promised.deadline()) ? Outcome.OPEN : Outcome.BROKEN, null, null);
    }

    /** The first talk that was long enough, and whether the customer confirmed it. */
    private static Optional<Done> talked(Evidence.Promised promised, List<Evidence> journal) {
        Duration enough = promised.minimumOverlap();
        return only(journal, Evidence.Bridged.class).stream()
                .filter(bridge -> Duration.between(bridge.from(), bridge.to()).compareTo(enough) >= 0)
                .min(Comparator.comparing(Evidence.Bridged::from))
                .map(bridge -> new Done(bridge.from().plus(enough), confirmed(bridge, journal) ? Grade.A : Grade.B));
    }

    /** What a member of staff said counts from then, once the customer confirmed it. */
    private static Optional<Done> confirmedBySms(List<Evidence> journal) {
        return only(journal, Evidence.ConfirmedBySms.class).stream()
                .findFirst()
                .flatMap(confirmed -> only(journal, Evidence.ToldByStaff.class).stream()
                        .filter(told -> !told.at().isAfter(confirmed.at()))
                        .reduce((earlier, later) -> later)
                        .map(told -> new Done(told.at(), Grade.C)));
    }

    private static boolean confirmed(Evidence.Bridged bridge, List<Evidence> journal) {
        return only(journal, Evidence.KeysPressed.class).stream()
                .anyMatch(keys -> keys.channel().equals(bridge.customerChannel())
                        && keys.meaning().equals(Evidence.KeysPressed.CONFIRMS));
    }

    /** Where no telephone is the witness, the desk's word is all there is. */
    private static Optional<Done> told(List<Evidence> journal) {
        return only(journal, Evidence.Concluded.class).stream()
                .flatMap(concluded -> switch (concluded.state()) {
                    case PromiseState.Kept(Instant at, Grade grade) -> Optional.of(new Done(at, grade)).stream();
                    case PromiseState.KeptLate(Instant unused, Instant at, Grade grade) ->
                        Optional.of(new Done(at, grade)).stream();
                    case PromiseState.Running _, PromiseState.Paused _, PromiseState.Broken _, PromiseState.Waived _ ->
                        Optional.<Done>empty().stream();
                })
                .findFirst();
    }

    private static <E extends Evidence> List<E> only(List<Evidence> journal, Class<E> kind) {
        return journal.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
