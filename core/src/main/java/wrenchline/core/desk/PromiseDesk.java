package wrenchline.core.desk;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import wrenchline.core.promise.PromiseEffect;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.promise.Promises.Tally;
import wrenchline.core.transition.Transition;

/** What people do with promises, and how they came out. */
public final class PromiseDesk {

    private final Desk desk;

    public PromiseDesk(Desk desk) {
        this.desk = desk;
    }

    /** Applies {@code event}; empty when there is no such promise. Nobody approves a pause of their own. */
    public Optional<Transition<PromiseState, PromiseEffect>> tell(PromiseId id, PromiseEvent event) {
        if (event instanceof PromiseEvent.Paused pause && pause.by().equals(pause.approver())) {
            return Optional.of(Transition.ignore("somebody else must approve the pause"));
        }
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            return books.promises().find(id).map(promise -> turn.promise(promise, event));
        });
    }

    /** How the promises of these months came out, both ends included. */
    public List<Tally> report(YearMonth from, YearMonth to) {
        return desk.transactions()
                .call(books -> books.promises()
                        .tally(from, to, books.rosters().current().zone()));
    }
}
