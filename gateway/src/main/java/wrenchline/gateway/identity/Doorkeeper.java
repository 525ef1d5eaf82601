package wrenchline.gateway.identity;

import java.util.concurrent.CompletionStage;

/** Decides who comes in. */
public interface Doorkeeper {

    /** Decides on {@code attempt} without blocking; never fails. A wrong one is answered late, and the later the more there were. */
    CompletionStage<Verdict> admit(Attempt attempt);

    /** Whether somebody who was let in as {@code identity} would still be. */
    boolean holds(Identity identity);
}
