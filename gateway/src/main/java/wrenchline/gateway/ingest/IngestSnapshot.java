package wrenchline.gateway.ingest;

import java.time.Duration;
import wrenchline.gateway.intake.IntakeState;
import wrenchline.gateway.storing.StoringState;

/**
 * How the pipeline is, and what went through it since the start.
 *
 * @param received messages
 * @param acknowledged messages that are on disk
 * @param findings told to the desk
 * @param storing what came into the history
 * @param intake the log
 * @param storingLag bytes of the log that are not in the history yet
 * @param detectingLag bytes of the log that the detectors have not seen yet
 * @param storingStalled how long nothing has come into the history although there is something to come
 */
public record IngestSnapshot(
        long received,
        long acknowledged,
        long findings,
        StoringState storing,
        IntakeState intake,
        long storingLag,
        long detectingLag,
        Duration storingStalled,
        Duration detectingStalled) {}
