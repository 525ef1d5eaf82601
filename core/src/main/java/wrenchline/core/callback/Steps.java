package wrenchline.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.callback.CallbackState.Confirming;
import wrenchline.core.callback.CallbackState.Offering;
import wrenchline.core.callback.CallbackState.Retrying;
import wrenchline.core.callback.CallbackState.Waiting;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.transition.Transition;

/** The steps that several states of a callback have in common. */
final class Steps {

    private Steps() {}

    /** Waits for {@code step}. */
    static CallbackState waiting(Callback facts, int step, int failures) {
        return new Waiting(step, failures, at(facts, step));
    }

    /** Takes {@code step}, beside the offers that are still live. */
    static Transition<CallbackState, CallbackEffect> climb(
            Callback facts, List<Offer> live, int step, int failures, Instant now) {
        LadderStep taken = facts.ladder().get(step);
        if (taken.target() == Rung.Target.CUSTOMER) {
            return new Transition.Moved<>(settled(facts, live, step + 1, failures), List.of(tellLate(facts, now)));
        }
        return prepend(tell(taken.people()), offer(facts, live, taken.people(), step + 1, failures, now));
    }

    static CallbackEffect tellLate(Callback facts, Instant now) {
        return new CallbackEffect.TellCustomerLate(AttemptId.of(facts.id(), "customer-late", now));
    }

    static List<CallbackEffect> tell(List<StaffMember> people) {
        return people.stream().<CallbackEffect>map(CallbackEffect.SmsStaff::new).toList();
    }

    static List<CallbackEffect> release(List<Offer> offers) {
        return offers.stream()
                .<CallbackEffect>map(offer -> new CallbackEffect.HangUp(offer.attempt()))
                .toList();
    }

    /** The next step at which the customer is told that help is late. */
    static OptionalInt customerStep(Callback facts, int step) {
        return IntStream.range(step, facts.ladder().size())
                .filter(index -> facts.ladder().get(index).target() == Rung.Target.CUSTOMER)
                .findFirst();
    }

    /** {@code staff} call without the product: nobody is rung for as long as that may take. */
    static Transition<CallbackState, CallbackEffect> ownCall(
            StaffMember staff, List<Offer> live, int step, int failures, Instant now) {
        CallbackState next = new CallbackState.OwnPhone(staff, now.plus(CallbackMachine.OWN_CALL), step, failures);
        return new Transition.Moved<>(next, release(live));
    }

    /** {@code staff} say that they have called: nobody else is rung until the customer had time to say so too. */
    static Transition<CallbackState, CallbackEffect> claim(
            StaffMember staff, List<Offer> live, int step, int failures, Instant now) {
        CallbackState next = new CallbackState.Claimed(staff, now, now.plus(CallbackMachine.REPLY), step, failures);
        return prepend(release(live), Transition.to(next, new CallbackEffect.AskCustomer(staff)));
    }

    /** {@code staff} is on another line: again in a moment, or at the next step of the ladder if that comes first; the ladder does not wait. */
    static Transition<CallbackState, CallbackEffect> engaged(
            Callback facts, StaffMember staff, int step, int failures, Instant now) {
        Instant next = at(facts, step);
        if (CallbackMachine.isDue(next, now)) {
            return climb(facts, List.of(), step, failures, now);
        }
        Instant again = now.plus(CallbackMachine.ENGAGED_PAUSE);
        return Transition.to(
                new Retrying(staff, next != null && next.isBefore(again) ? next : again, null, step, failures));
    }

    /** Rings {@code people} beside the offers that are still live; nobody is rung twice at once. */
    static Transition<CallbackState, CallbackEffect> offer(
            Callback facts, List<Offer> live, List<StaffMember> people, int step, int failures, Instant now) {
        List<Offer> offers = new ArrayList<>(live);
        List<CallbackEffect> rings = new ArrayList<>();
        Instant expires = now.plus(facts.ringFor()).plus(CallbackMachine.PATIENCE);
        for (StaffMember person : people) {
            if (offers.stream().noneMatch(offer -> offer.staff().id().equals(person.id()))) {
                AttemptId attempt = AttemptId.of(facts.id(), person.id().value(), now);
                offers.add(new Offer(attempt, person, expires));
                rings.add(new CallbackEffect.RingStaff(attempt, person));
            }
        }
        return new Transition.Moved<>(settled(facts, offers, step, failures), rings);
    }

    /** The customer was not reached, or the talk was too short: the same engineer again, as often as the policy says. */
    static Transition<CallbackState, CallbackEffect> retry(
            Callback facts, StaffMember staff, int step, int failures, Instant now) {
        CallbackState next = failures < facts.customerRetries().size()
                ? retrying(facts, staff, now.plus(facts.customerRetries().get(failures)), step, failures + 1)
                : waiting(facts, step, failures + 1);
        return Transition.to(next, new CallbackEffect.SmsWeCalled());
    }

    private static Retrying retrying(Callback facts, StaffMember staff, Instant again, int step, int failures) {
        OptionalInt customer = customerStep(facts, step);
        Instant late = customer.isPresent() ? at(facts, customer.getAsInt()) : null;
        return new Retrying(staff, again, late != null && late.isBefore(again) ? late : null, step, failures);
    }

    /** The bridge ended: long enough is proved from the moment at which it was. */
    static Transition<CallbackState, CallbackEffect> talked(
            Callback facts,
            AttemptId attempt,
            StaffMember staff,
            Instant from,
            Instant until,
            int step,
            int failures,
            Instant now) {
        boolean longEnough = Duration.between(from, until).compareTo(facts.minimumOverlap()) >= 0;
        if (!longEnough) {
            return retry(facts, staff, step, failures, now);
        }
        Instant proved = from.plus(facts.minimumOverlap());
        return Transition.to(new Confirming(attempt, staff, proved, now.plus(CallbackMachine.CONFIRMATION)));
    }

    static Transition<CallbackState, CallbackEffect> prepend(
            List<CallbackEffect> first, Transition<CallbackState, CallbackEffect> then) {
        return switch (then) {
            case Transition.Moved<CallbackState, CallbackEffect>(CallbackState state, List<CallbackEffect> effects) -> {
                List<CallbackEffect> all = new ArrayList<>(first);
                all.addAll(effects);
                yield new Transition.Moved<>(state, all);
            }
            case Transition.Ignored<CallbackState, CallbackEffect> ignored -> ignored;
        };
    }

    private static CallbackState settled(Callback facts, List<Offer> offers, int step, int failures) {
        return offers.isEmpty()
                ? waiting(facts, step, failures)
                : new Offering(offers, step, failures, at(facts, step));
    }

    private static @Nullable Instant at(Callback facts, int step) {
        return step < facts.ladder().size()
                ? facts.began().plus(facts.ladder().get(step).after())
                : null;
    }
}
