package wrenchline.core.callback;

import java.util.List;
import java.util.Optional;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The book of callbacks. */
public interface Callbacks extends Book<CallbackId, Callback, CallbackState, CallbackEvent> {

    /** The callback of {@code ticket} that is not over, locked. */
    Optional<Tracked<Callback, CallbackState>> openFor(TicketId ticket);

    /** Those that are not over. */
    List<Tracked<Callback, CallbackState>> open();

    /** The newest, at most {@code atMost}. */
    List<Tracked<Callback, CallbackState>> newest(int atMost);

    /**
     * A page of all, newest first if not asked otherwise; empty when the place that it comes after is none of this list. Its fields are
     * those of {@link Callback} and {@code state.type}.
     */
    Optional<Page<Tracked<Callback, CallbackState>>> page(Excerpt excerpt);

    /** Those of one ticket, newest first. */
    List<Tracked<Callback, CallbackState>> of(TicketId ticket);
}
