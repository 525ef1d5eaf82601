package wrenchline.core.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * Purges what is older than it is to be kept (到期清除). First the history refuses what is so old, then what it holds is counted and
 * noted in the books, and then it is purged: a crash in between changes nothing but the time.
 */
public final class Retention {

    private final Readings history;
    private final RetentionBook book;
    private final Keep keep;
    private volatile RetentionBook.State state;

    /** Tells {@code history} at once what was purged before. */
    public Retention(Readings history, RetentionBook book, Keep keep) {
        this.history = history;
        this.book = book;
        this.keep = keep;
        this.state = book.state();
        history.seal(state.horizon());
    }

    /** As of the last look. */
    public RetentionBook.State state() {
        return state;
    }

    /** Looks once; there should be an hour between two looks. */
    public void sweep(Instant now) {
        Optional<Instant> newest = history.latest().stream().map(Latest::at).max(Instant::compareTo);
        if (newest.isPresent()) {
            sweep(newest.get(), now);
        }
    }

    private void sweep(Instant newest, Instant now) {
        TrustedClock clock = state.clock().look(newest.isBefore(now) ? newest : now);
        Horizon before = state.horizon();
        Horizon horizon = before.later(keep.at(clock.surely()));
        history.seal(horizon);
        if (horizon.readings().isAfter(before.readings())) {
            book.purged(history.counts(before.readings(), horizon.readings()));
        }
        RetentionBook.State next = new RetentionBook.State(clock, horizon);
        book.note(next);
        state = next;
        history.purge();
    }
}
