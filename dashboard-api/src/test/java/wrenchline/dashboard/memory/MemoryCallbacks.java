package wrenchline.dashboard.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.Callbacks;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The callbacks in memory. */
public final class MemoryCallbacks extends MemoryBook<CallbackId, Callback, CallbackState, CallbackEvent>
        implements Callbacks {

    MemoryCallbacks(MemoryChanges changes) {
        super("callback", Callback::id, changes);
    }

    @Override
    public Optional<Tracked<Callback, CallbackState>> openFor(TicketId ticket) {
        return of(ticket).stream().filter(callback -> !callback.state().over()).findFirst();
    }

    @Override
    public List<Tracked<Callback, CallbackState>> open() {
        return newest(Integer.MAX_VALUE).stream()
                .filter(callback -> !callback.state().over())
                .toList();
    }

    @Override
    public List<Tracked<Callback, CallbackState>> newest(int atMost) {
        return newestFirst(Comparator.comparing(Callback::began)).stream()
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Tracked<Callback, CallbackState>> of(TicketId ticket) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(callback -> callback.facts().ticket().equals(ticket))
                .toList();
    }

    @Override
    public Optional<Page<Tracked<Callback, CallbackState>>> page(Excerpt excerpt) {
        return Optional.of(new Page<>(newest(excerpt.most()), null));
    }
}
