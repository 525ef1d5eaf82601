package wrenchline.store.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.promise.Promises;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

/** The book of promises in PostgreSQL. */
final class SqlPromises extends SqlBook<PromiseId, Promise, PromiseState, PromiseEvent> implements Promises {

    SqlPromises(Handle handle, Journal journal) {
        super(BookTable.PROMISES, handle, journal);
    }

    @Override
    public List<Tracked<Promise, PromiseState>> of(TicketId ticket) {
        return many(select("where ticket = :ticket order by opened_at, id").bind("ticket", ticket.value()));
    }

    @Override
    public List<Tracked<Promise, PromiseState>> mostUrgent(int atMost) {
        // Only a running clock is due.
        return many(
                select("order by due_at nulls last, opened_at desc limit :most").bind("most", atMost));
    }
}
