package wrenchline.core.transition;

import java.time.Instant;
import java.util.Optional;

/** A state that knows when it needs attention again. */
public interface Timed {

    /** When the sweep must look at this state again; empty when only an outside event can move it. */
    Optional<Instant> dueAt();

    /** Whether nothing more will happen. */
    boolean over();
}
