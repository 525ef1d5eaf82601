package wrenchline.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEffect;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationEffect;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.escalation.EscalationMachine;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEffect;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketMachine;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/**
 * One turn at the desk, inside one transaction: applies events and everything that follows from them. Who wants to know what an
 * event leads to reads it here.
 */
record Turn(Desk desk, Books books, Instant now) {

    private static final TicketMachine TICKETS = new TicketMachine();
    private static final PromiseMachine PROMISES = new PromiseMachine();
    private static final CallbackMachine CALLBACKS = new CallbackMachine();
    private static final EscalationMachine ESCALATIONS = new EscalationMachine();

    Letters letters() {
        return new Letters(desk, books, now);
    }

    Transition<TicketState, TicketEffect> ticket(Tracked<Ticket, TicketState> ticket, TicketEvent event) {
        var transition = Move.apply(TICKETS, books.tickets(), ticket, event, now);
        if (transition instanceof Transition.Moved<TicketState, TicketEffect>(var state, var effects)) {
            new Escalating(this).follow(ticket, state);
            effects.forEach(effect -> follow(ticket.facts(), effect));
        }
        return transition;
    }

    Transition<PromiseState, PromiseEffect> promise(Tracked<Promise, PromiseState> promise, PromiseEvent event) {
        var transition = Move.apply(PROMISES, books.promises(), promise, event, now);
        if (transition instanceof Transition.Moved<PromiseState, PromiseEffect>(var state, var effects)) {
            books.evidence().append(promise.facts().id(), new Evidence.Concluded(state, now), now);
            effects.forEach(effect -> follow(promise.facts(), effect));
        }
        return transition;
    }

    Transition<EscalationState, EscalationEffect> escalation(
            Tracked<Escalation, EscalationState> escalation, EscalationEvent event) {
        var transition = Move.apply(ESCALATIONS, books.escalations(), escalation, event, now);
        if (transition instanceof Transition.Moved<EscalationState, EscalationEffect>(var unused, var effects)) {
            effects.forEach(effect -> new Escalating(this).carryOut(escalation.facts(), effect));
        }
        return transition;
    }

    Transition<CallbackState, CallbackEffect> callback(Tracked<Callback, CallbackState> callback, CallbackEvent event) {
        var transition = Move.apply(CALLBACKS, books.callbacks(), callback, event, now);
        if (transition instanceof Transition.Moved<CallbackState, CallbackEffect>(CallbackState next, var effects)) {
            if (!callback.state().live().isEmpty()) {
                books.engagements().keepOnly(callback.facts().id(), next.live());
            }
            word(callback.facts(), event)
                    .ifPresent(word -> books.evidence().append(callback.facts().promise(), word, now));
            effects.forEach(effect -> follow(callback.facts(), effect));
        }
        return transition;
    }

    /** What people said, and no telephone of ours is the witness of. */
    private Optional<Evidence> word(Callback callback, CallbackEvent event) {
        if (event instanceof CallbackEvent.ToldByStaff(StaffMember staff)) {
            return Optional.of(new Evidence.ToldByStaff(staff.id(), now));
        }
        if (event instanceof CallbackEvent.DeniedBySms) {
            return Optional.of(new Evidence.DeniedBySms(callback.number(), now));
        }
        return event instanceof CallbackEvent.ConfirmedBySms
                ? Optional.of(new Evidence.ConfirmedBySms(callback.number(), now))
                : Optional.empty();
    }

    private void follow(Ticket ticket, TicketEffect effect) {
        switch (effect) {
            case TicketEffect.ResponseGiven given ->
                settle(ticket.id(), PromiseKind.RESPONSE, new PromiseEvent.Fulfilled(grade(given.by()), now));
            case TicketEffect.ArrivalSeen seen ->
                settle(
                        ticket.id(),
                        PromiseKind.ON_SITE,
                        new PromiseEvent.Fulfilled(seen.proved() ? Grade.C : Grade.D, now));
            case TicketEffect.SolvedRemotely _ -> waive(ticket, PromiseKind.ON_SITE, "solved without a visit");
            case TicketEffect.DiagnosisGiven given ->
                settle(ticket.id(), PromiseKind.DIAGNOSIS, new PromiseEvent.Fulfilled(grade(given.by()), now));
            case TicketEffect.PartsSwapped swapped ->
                settle(ticket.id(), PromiseKind.PARTS, new PromiseEvent.Fulfilled(grade(swapped.by()), now));
            case TicketEffect.Mended mended -> {
                settle(ticket.id(), PromiseKind.COMPLETION, new PromiseEvent.Fulfilled(grade(mended.by()), now));
                waive(ticket, PromiseKind.DIAGNOSIS, "mended before");
                waive(ticket, PromiseKind.PARTS, "mended without parts");
            }
            case TicketEffect.TellCustomer(Actor coming) ->
                new Dispatch(this)
                        .engineer(coming)
                        .ifPresent(engineer -> letters().onTheWay(ticket, engineer));
            case TicketEffect.Ask(var engineer) ->
                books.rosters()
                        .current()
                        .find(engineer)
                        .ifPresent(staff -> letters().dispatch(ticket, staff));
            case TicketEffect.AskNext _ -> new Dispatch(this).next(ticket.id());
            case TicketEffect.HelpWanted() -> new Escalating(this).hurry(ticket.id());
            case TicketEffect.Weighed weighed -> new Weighing(this).weigh(ticket, weighed.severity());
            case TicketEffect.PromiseAgain() -> new Weighing(this).again(ticket);
            case TicketEffect.HandOver(TicketId into) -> new Merging(this).handOver(ticket, into);
            case TicketEffect.VerdictGiven given -> new Learning(this).from(ticket, given.verdict());
        }
    }

    private void waive(Ticket ticket, PromiseKind kind, String reason) {
        settle(ticket.id(), kind, new PromiseEvent.Waived(reason));
    }

    private void follow(Promise promise, PromiseEffect effect) {
        switch (effect) {
            case PromiseEffect.Warn(Instant deadline) -> new Breaches(this).warn(promise, deadline);
            case PromiseEffect.ReportBreach() -> {
                letters().breach(promise);
                books.callbacks().openFor(promise.ticket()).map(Tracked::facts).stream()
                        .filter(callback -> callback.promise().equals(promise.id()))
                        .forEach(callback -> letters().missed(callback));
                new Breaches(this).explain(promise);
            }
        }
    }

    private void follow(Callback callback, CallbackEffect effect) {
        switch (effect) {
            case CallbackEffect.RingStaff ring -> ring(callback, ring);
            case CallbackEffect.HangUp hangUp -> place(new PhoneOrder.HangUp(callback.id(), hangUp.attempt()));
            case CallbackEffect.TellCustomerLate late ->
                place(new PhoneOrder.TellCustomerLate(callback.id(), late.attempt()));
            case CallbackEffect.SmsStaff sms -> letters().callback(callback, sms.staff());
            case CallbackEffect.SmsWeCalled() -> letters().weCalled(callback);
            case CallbackEffect.AskCustomer _ -> letters().askWhetherCalled(callback);
            case CallbackEffect.Fulfil fulfil -> fulfil(callback, fulfil);
        }
    }

    /** Whoever is on the line for something else is not rung, and the callback is told so. */
    private void ring(Callback callback, CallbackEffect.RingStaff ring) {
        if (books.engagements().engage(ring.staff().id(), callback.id(), ring.attempt(), now)) {
            place(new PhoneOrder.RingStaff(callback.id(), ring.attempt(), ring.staff()));
        } else {
            var engaged = new CallbackEvent.NotAccepted(ring.attempt(), CallbackEvent.Failure.ENGAGED);
            books.callbacks().find(callback.id()).ifPresent(current -> callback(current, engaged));
        }
    }

    private void fulfil(Callback callback, CallbackEffect.Fulfil fulfil) {
        books.promises()
                .find(callback.promise())
                .ifPresent(promise -> promise(promise, new PromiseEvent.Fulfilled(fulfil.grade(), fulfil.at())));
        Actor engineer = new Actor.Staff(fulfil.by().id());
        new Merging(this)
                .survivor(callback.ticket())
                .ifPresent(ticket -> ticket(ticket, new TicketEvent.Accepted(engineer)));
    }

    private void settle(TicketId ticket, PromiseKind kind, PromiseEvent event) {
        List<Tracked<Promise, PromiseState>> promises = books.promises().of(ticket);
        promises.stream()
                .filter(promise -> promise.facts().clause().kind() == kind)
                .forEach(promise -> promise(promise, event));
    }

    private void place(PhoneOrder order) {
        books.phoneOrders().place(order, now);
    }

    /** A key or an SMS from the engineer's own telephone proves more than a click. */
    private static Grade grade(Actor actor) {
        return switch (actor) {
            case Actor.Staff _, Actor.Customer _ -> Grade.C;
            case Actor.Operator _ -> Grade.D;
            case Actor.Product _ -> Grade.D;
        };
    }
}
