package wrenchline.core.call;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call to the hotline (来电记录). Logged from its first ring, whatever becomes of it.
 *
 * @param caller the number that the network gave; empty when hidden
 * @param concern what the caller chose
 * @param language in which the caller was spoken to, {@code zh} or {@code en}; empty before that was known
 * @param step the last step of the dialogue that it reached, for instance {@code DESCRIBE_FAULT}
 * @param confirmedNumber the number at which the caller wants to be called back; empty before one was confirmed
 * @param equipmentCode what was keyed in as equipment number; empty when skipped
 * @param ticket the ticket it led to, or 0
 * @param outcome how it ended; {@link Outcome#LIVE} while it lasts
 */
public record Call(
        CallId id,
        String caller,
        String dialled,
        Instant began,
        @Nullable Instant ended,
        Concern concern,
        String language,
        String step,
        String confirmedNumber,
        String equipmentCode,
        long ticket,
        Outcome outcome,
        @Nullable Recording recording) {

    /** How a call ended. */
    public enum Outcome {
        /** It has not ended. */
        LIVE,
        /** A ticket was made or joined (已建单). */
        TICKET,
        /** What the caller wanted was done in the call: a ticket's progress was told, or somebody was talked to (当场办结). */
        SERVED,
        /** The caller hung up before a ticket was made (中途挂机); {@code step} says where. */
        HUNG_UP,
        /** Only the dialplan answered; number and message were taken there (应急留言). */
        FALLBACK,
        /** The end was not seen, because the telephone system was killed (异常中断). */
        LOST
    }

    /** When it ended, if it has. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(ended);
    }

    /** What the caller said after the tone, if anything. */
    public Optional<Recording> message() {
        return Optional.ofNullable(recording);
    }
}
