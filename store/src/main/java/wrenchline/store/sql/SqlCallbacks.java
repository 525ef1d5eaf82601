package wrenchline.store.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.Callbacks;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The book of callbacks in PostgreSQL. */
final class SqlCallbacks extends SqlBook<CallbackId, Callback, CallbackState, CallbackEvent> implements Callbacks {

    SqlCallbacks(Handle handle, Journal journal) {
        super(BookTable.CALLBACKS, handle, journal);
    }

    @Override
    public Optional<Tracked<Callback, CallbackState>> openFor(TicketId ticket) {
        return one(select("where ticket = :ticket and not over order by opened_at limit 1 for update")
                .bind("ticket", ticket.value()));
    }

    @Override
    public List<Tracked<Callback, CallbackState>> open() {
        return many(select("where not over order by opened_at, id"));
    }

    @Override
    public List<Tracked<Callback, CallbackState>> newest(int atMost) {
        return many(select("order by opened_at desc, id desc limit :most").bind("most", atMost));
    }

    @Override
    public Optional<Page<Tracked<Callback, CallbackState>>> page(Excerpt excerpt) {
        return page(SqlList.CALLBACKS, excerpt, "true", Map.of());
    }

    @Override
    public List<Tracked<Callback, CallbackState>> of(TicketId ticket) {
        return many(select("where ticket = :ticket order by opened_at desc, id").bind("ticket", ticket.value()));
    }
}
