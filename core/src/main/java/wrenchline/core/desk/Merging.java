package wrenchline.core.desk;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** What follows when two tickets turn out to be the same (工单合并): no clock is lost by it. */
record Merging(Turn turn) {

    /** Whoever waits for {@code ticket} waits for {@code into} now; of two clocks for the same thing the one that ends first goes on. */
    void handOver(Ticket ticket, TicketId into) {
        turn.books()
                .tickets()
                .find(into)
                .ifPresent(
                        survivor -> turn.ticket(survivor, new TicketEvent.Absorbed(new Actor.Product(), ticket.id())));
        for (Tracked<Promise, PromiseState> promise : turn.books().promises().of(ticket.id())) {
            boolean runs =
                    promise.state() instanceof PromiseState.Running || promise.state() instanceof PromiseState.Paused;
            if (runs && !isCallback(promise.facts())) {
                if (isEarlier(promise.facts(), into)) {
                    new Opening(turn).carryOver(promise.facts(), into);
                }
                turn.promise(promise, new PromiseEvent.Waived("merged into ticket " + into));
            }
        }
    }

    /** The ticket as which {@code id} goes on, locked. */
    Optional<Tracked<Ticket, TicketState>> survivor(TicketId id) {
        var ticket = turn.books().tickets().find(id);
        return ticket.isPresent() && ticket.get().state() instanceof TicketState.Merged merged
                ? survivor(merged.into())
                : ticket;
    }

    /** The caller was promised it, and is called back whatever the ticket is. */
    private static boolean isCallback(Promise promise) {
        return switch (promise.clause().kind()) {
            case CALLBACK -> true;
            case RESPONSE, ON_SITE, DIAGNOSIS, PARTS, COMPLETION -> false;
        };
    }

    private boolean isEarlier(Promise promise, TicketId into) {
        Optional<Instant> theirs = turn.books().promises().of(into).stream()
                .map(Tracked::facts)
                .filter(other -> other.clause().kind() == promise.clause().kind())
                .map(Promise::deadline)
                .min(Instant::compareTo);
        return theirs.isEmpty() || promise.deadline().isBefore(theirs.get());
    }
}
