package wrenchline.core.quarantine;

import java.util.UUID;
import wrenchline.core.reading.Quarantined;

/**
 * A message in quarantine with all that is known of it (隔离件).
 *
 * @param message of a list, only the first {@link Holds#GLANCE} bytes of its payload
 * @param bytes length of the whole payload
 * @param machine whose it is; empty when nobody knows
 * @param replayOf the message of whose replay it came; {@link Quarantined#LIVE} when it came off the wire
 * @param state what is done with it
 */
public record Hold(Quarantined message, int bytes, String machine, UUID replayOf, DispositionState state) {}
