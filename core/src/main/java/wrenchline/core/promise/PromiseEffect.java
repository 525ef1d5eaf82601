package wrenchline.core.promise;

import java.time.Instant;

/** What a promise's change asks for. */
public sealed interface PromiseEffect {

    /** The clock ends at {@code deadline}, and it is time to say so. */
    record Warn(Instant deadline) implements PromiseEffect {}

    /** The supervisor is to be told of the breach. */
    record ReportBreach() implements PromiseEffect {}
}
