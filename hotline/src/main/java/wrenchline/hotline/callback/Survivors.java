package wrenchline.hotline.callback;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.call.Call;
import wrenchline.core.call.Calls;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.Offer;
import wrenchline.core.transition.Tracked;
import wrenchline.hotline.ivr.CallEnd;
import wrenchline.hotline.ledger.Ledger;

/**
 * Looks, after a restart of either side, which calls and attempts survived. Those that are gone without a word are told as lost;
 * nothing is dialled again from here.
 */
public final class Survivors {

    private static final Logger LOG = LoggerFactory.getLogger(Survivors.class);

    private final Calls calls;
    private final CallEnd end;
    private final Ledger ledger;
    private final Telling desk;
    private final InstantSource clock;

    public Survivors(Calls calls, CallEnd end, Ledger ledger, Telling desk, InstantSource clock) {
        this.calls = calls;
        this.end = end;
        this.ledger = ledger;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param open callbacks that were open before the orders were taken that are not carried out yet
     * @param ordered the attempts of those orders
     */
    void look(List<Tracked<Callback, CallbackState>> open, Set<AttemptId> ordered, Exchange exchange)
            throws IOException {
        ledger.catchUp();
        // What is written here first and not there afterwards is gone; the other way round it may only be new.
        Set<String> believed = ledger.alive();
        List<Call> running = calls.live();
        Set<String> live = exchange.live();
        ledger.catchUp();
        Set<String> gone = new HashSet<>(believed);
        gone.removeAll(live);
        ledger.lost(gone);
        for (Call call : running) {
            if (!live.contains(call.id().value())
                    && !ledger.alive().contains(call.id().value())) {
                end.gone(call.id(), Call.Outcome.LOST, clock.instant());
            }
        }
        open.forEach(callback -> attempts(callback.state()).stream()
                .filter(attempt -> !ordered.contains(attempt) && !live.contains(attempt.toString()))
                .forEach(attempt -> lost(callback.facts(), attempt)));
    }

    private void lost(Callback callback, AttemptId attempt) {
        LOG.warn("attempt {} of callback {} is gone, and nobody saw how it ended", attempt, callback.id());
        desk.tell(callback.id(), new CallbackEvent.Lost(attempt));
    }

    private static List<AttemptId> attempts(CallbackState state) {
        return switch (state) {
            case CallbackState.Offering offering ->
                offering.offers().stream().map(Offer::attempt).toList();
            case CallbackState.Connecting connecting -> List.of(connecting.attempt());
            case CallbackState.Talking talking -> List.of(talking.attempt());
            case CallbackState.Confirming confirming -> List.of(confirming.attempt());
            case CallbackState.Waiting _, CallbackState.Retrying _, CallbackState.OwnPhone _, CallbackState.Claimed _ ->
                List.of();
            case CallbackState.Done _, CallbackState.Cancelled _ -> List.of();
        };
    }
}
