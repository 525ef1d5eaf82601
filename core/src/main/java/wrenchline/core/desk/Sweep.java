package wrenchline.core.desk;

import java.time.Instant;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.promise.PromiseEvent;

/**
 * Finds what is due and reads its clock. The truth is the row and its due time: nothing depends on a timer that lives only in
 * memory, and several sweeps at once do nothing twice.
 */
public final class Sweep {

    private static final int BATCH = 50;

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

    /** Reads the clocks of callbacks that are due; tells how many. */
    public int callbacks() {
        return desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            Turn turn = new Turn(desk, books, now);
            var due = books.callbacks().due(now, BATCH);
            due.forEach(callback -> turn.callback(callback, new CallbackEvent.ClockRead()));
            return due.size();
        });
    }
}
