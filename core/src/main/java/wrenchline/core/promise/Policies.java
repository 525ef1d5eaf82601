package wrenchline.core.promise;

import java.time.Instant;
import java.util.List;

/** Every policy that was ever in force (政策档案): what was promised under one is judged by it for ever. */
public interface Policies {

    /**
     * Keeps {@code policy}, notes that it is in force from {@code now} on, and returns it. When its version already stands for other contents, it gets a version of its own, made of
     * its version and of a digest of its contents: two policies never share one.
     */
    Policy enter(Policy policy, Instant now);

    /** All of them, the oldest first. */
    List<Policy> all();
}
