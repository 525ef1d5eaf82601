package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Quarantined;

/**
 * A message in quarantine as a list shows it.
 *
 * @param machine empty when nobody knows whose it is
 * @param bytes length of the payload
 * @param text where the payload begins; null when it is no UTF-8
 * @param repaired whether somebody mended it
 * @param replayOf the message of whose replay it came; null when it came off the wire
 */
public record HoldView(
        UUID id,
        Instant received,
        String source,
        String machine,
        String topic,
        String reason,
        int bytes,
        @Nullable String text,
        String state,
        boolean repaired,
        @Nullable UUID replayOf) {

    public static HoldView of(Hold hold) {
        Quarantined message = hold.message();
        byte[] payload = message.payload();
        return new HoldView(
                message.id(),
                message.received(),
                message.source(),
                hold.machine(),
                message.topic(),
                message.reason(),
                hold.bytes(),
                PayloadText.text(payload.length > Holds.GLANCE ? Arrays.copyOf(payload, Holds.GLANCE) : payload),
                hold.state().getClass().getSimpleName(),
                content(hold.state()) instanceof Content.Repaired,
                hold.replayOf().equals(Quarantined.LIVE) ? null : hold.replayOf());
    }

    /** In which form it is or was to be replayed. */
    static Content content(DispositionState state) {
        return switch (state) {
            case DispositionState.Waiting(Content content) -> content;
            case DispositionState.Ordered(Content content) -> content;
            case DispositionState.Replayed(Content content) -> content;
            case DispositionState.Discarded _ -> new Content.AsItCame();
        };
    }
}
