package wrenchline.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.duty.StaffId;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Timed;
import wrenchline.core.transition.Tracked;

/**
 * Finds what is due and reads its clock. The truth is the row and its due time: nothing depends on a timer that lives only in
 * memory, and several sweeps at once do nothing twice.
 */
public final class Sweep {

    /** So many are looked at in one transaction; when there were as many, more may be due. */
    public static final int BATCH = 50;

    private final Desk desk;

    public Sweep(Desk desk) {
        this.desk = desk;
    }

    /** Reads the clocks of promises that are due; tells how many. */
    public int promises() {
        return read(
                Books::promises,
                (turn, due) -> due.forEach(promise -> turn.promise(promise, new PromiseEvent.ClockRead())));
    }

    /** Reads the clocks of escalations that are due; tells how many. */
    public int escalations() {
        return read(
                Books::escalations,
                (turn, due) -> due.forEach(escalation -> turn.escalation(escalation, new EscalationEvent.ClockRead())));
    }

    /** Reads the clocks of complaints that are due; tells how many. */
    public int complaints() {
        return read(
                Books::complaints,
                (turn, due) -> due.forEach(
                        complaint -> new Complaining(turn).tell(complaint, new ComplaintEvent.ClockRead())));
    }

    /** Reads the clocks of callbacks that are due; tells how many. */
    public int callbacks() {
        return read(Books::callbacks, (turn, due) -> {
            Set<StaffId> engaged =
                    due.isEmpty() ? Set.of() : turn.books().engagements().engaged(turn.now());
            due.forEach(callback -> turn.callback(callback, event(callback, engaged, turn.now())));
        });
    }

    private <F, S extends Timed> int read(
            Function<Books, Book<?, F, S, ?>> book, BiConsumer<Turn, List<Tracked<F, S>>> clocks) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            List<Tracked<F, S>> due = book.apply(books).due(turn.now(), BATCH);
            clocks.accept(turn, due);
            return due.size();
        });
    }

    /** Hundreds can wait for one engineer who talks: to begin an offer each time only to take it back is left out. */
    private static CallbackEvent event(Tracked<Callback, CallbackState> callback, Set<StaffId> engaged, Instant now) {
        return callback.state() instanceof CallbackState.Retrying retrying
                        && !retrying.at().isAfter(now)
                        && engaged.contains(retrying.staff().id())
                ? new CallbackEvent.NotAccepted(
                        AttemptId.of(
                                callback.facts().id(), retrying.staff().id().value(), now),
                        CallbackEvent.Failure.ENGAGED)
                : new CallbackEvent.ClockRead();
    }
}
