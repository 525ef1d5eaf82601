package wrenchline.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.quarantine.Disposition;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.DispositionMachine;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What people do with messages in quarantine. */
public final class QuarantineDesk {

    private static final DispositionMachine MACHINE = new DispositionMachine();

    private final Desk desk;
    private final Holds holds;

    public QuarantineDesk(Desk desk, Holds holds) {
        this.desk = desk;
        this.holds = holds;
    }

    /** Applies {@code event} to one message; empty when there is no such message. */
    public Optional<Transition<DispositionState, Void>> tell(UUID message, DispositionEvent event) {
        return holds.find(message).map(hold -> desk.transactions().call(books -> apply(books, message, event)));
    }

    /**
     * Applies {@code event} to the oldest that wait and that {@code filter} lets through, at most {@code atMost} of them.
     *
     * @return how many it moved
     */
    public int tellAll(Holds.Filter filter, DispositionEvent event, int atMost) {
        List<UUID> waiting = holds.oldest(filter.waiting(), atMost);
        return desk.transactions().call(books -> (int) waiting.stream()
                .filter(message -> apply(books, message, event) instanceof Transition.Moved)
                .count());
    }

    private Transition<DispositionState, Void> apply(Books books, UUID message, DispositionEvent event) {
        Instant now = desk.clock().instant();
        var known = books.dispositions().find(message);
        var disposition = known.orElseGet(() -> fresh(message, now));
        if (known.isEmpty()
                && MACHINE.on(disposition.facts(), disposition.state(), event, now) instanceof Transition.Moved) {
            books.dispositions().open(disposition.facts(), disposition.state(), now);
        }
        return Move.apply(MACHINE, books.dispositions(), disposition, event, now);
    }

    private static Tracked<Disposition, DispositionState> fresh(UUID message, Instant now) {
        Disposition facts = new Disposition(message, now);
        return new Tracked<>(facts, MACHINE.initial(facts), 0);
    }
}
