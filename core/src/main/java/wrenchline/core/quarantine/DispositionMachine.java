package wrenchline.core.quarantine;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.quarantine.DispositionState.Discarded;
import wrenchline.core.quarantine.DispositionState.Ordered;
import wrenchline.core.quarantine.DispositionState.Replayed;
import wrenchline.core.quarantine.DispositionState.Waiting;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a message leaves quarantine: once, by a replay, or never. */
public final class DispositionMachine implements StateMachine<Disposition, DispositionState, DispositionEvent, Void> {

    @Override
    public DispositionState initial(Disposition facts) {
        return new Waiting(new Content.AsItCame());
    }

    @Override
    public Transition<DispositionState, Void> on(
            Disposition facts, DispositionState state, DispositionEvent event, Instant now) {
        return switch (state) {
            case Waiting(Content content) -> waiting(content, event);
            case Ordered(Content content) ->
                event instanceof DispositionEvent.Replayed ? to(new Replayed(content)) : ignore("it is being replayed");
            case Replayed _ -> ignore("it was replayed already");
            case Discarded _ -> ignore("it was discarded already");
        };
    }

    private static Transition<DispositionState, Void> waiting(Content content, DispositionEvent event) {
        return switch (event) {
            case DispositionEvent.Mended(var unused, Content.Repaired mended) -> to(new Waiting(mended));
            case DispositionEvent.ReplayOrdered(var unused, boolean asItCame) ->
                to(new Ordered(asItCame ? new Content.AsItCame() : content));
            case DispositionEvent.Replayed() -> ignore("nobody asked for its replay");
            case DispositionEvent.Discarded(var by, String reason) -> to(new Discarded(by, reason));
        };
    }
}
