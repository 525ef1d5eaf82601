package wrenchline.core.quarantine;

import java.time.Instant;
import java.util.UUID;

/**
 * What is done with a message in quarantine (隔离处置). There is none until somebody does something.
 *
 * @param message its id
 */
public record Disposition(UUID message, Instant began) {}
