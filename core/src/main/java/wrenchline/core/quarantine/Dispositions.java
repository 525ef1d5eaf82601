package wrenchline.core.quarantine;

import java.util.List;
import java.util.UUID;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The book of what is done with messages in quarantine: with its events also the record of who did what. */
public interface Dispositions extends Book<UUID, Disposition, DispositionState, DispositionEvent> {

    /** Those that are to be replayed, the oldest first, at most {@code atMost}; not locked. */
    List<Tracked<Disposition, DispositionState>> ordered(int atMost);
}
