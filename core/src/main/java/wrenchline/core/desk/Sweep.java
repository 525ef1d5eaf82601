package wrenchline.core.desk;

import java.time.Instant;
import java.util.Set;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.duty.StaffId;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.promise.PromiseEvent;
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
        return desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            Turn turn = new Turn(desk, books, now);
            var due = books.promises().due(now, BATCH);
            due.forEach(promise -> turn.promise(promise, new PromiseEvent.ClockRead()));
            return due.size();
        });
    }

    /** Reads the clocks of escalations that are due; tells how many. */
    public int escalations() {
        return desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            Turn turn = new Turn(desk, books, now);
            var due = books.escalations().due(now, BATCH);
            due.forEach(escalation -> turn.escalation(escalation, new EscalationEvent.ClockRead()));
            return due.size();
        });
    }

    /** Reads the clocks of complaints that are due; tells how many. */
    public int complaints() {
        return desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            Complaining complaining = new Complaining(new Turn(desk, books, now));
            var due = books.complaints().due(now, BATCH);
            due.forEach(complaint -> complaining.tell(complaint, new ComplaintEvent.ClockRead()));
            return due.size();
        });
    }

    /** Reads the clocks of callbacks that are due; tells how many. */
    public int callbacks() {
        return desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            Turn turn = new Turn(desk, books, now);
            var due = books.callbacks().due(now, BATCH);
            Set<StaffId> engaged =
                    due.isEmpty() ? Set.of() : books.engagements().engaged(now);
            due.forEach(callback -> turn.callback(callback, event(callback, engaged, now)));
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
