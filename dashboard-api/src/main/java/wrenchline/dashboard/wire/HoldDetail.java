package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.transition.Dated;

/**
 * A message in quarantine with everything that was done with it.
 *
 * @param payload the beginning of it, as much as fits a page; null when it is no UTF-8
 * @param hex the beginning of it, byte for byte
 * @param whole whether {@code payload} is all of it
 * @param mended as somebody mended it; null when nobody did
 * @param returned the messages that came back from its replay
 */
public record HoldDetail(
        @JsonUnwrapped HoldView message,
        @Nullable String payload,
        String hex,
        boolean whole,
        @Nullable Mended mended,
        List<Dated<DispositionEvent>> events,
        List<UUID> returned) {

    private static final int MOST_TEXT = 32 * 1024;
    private static final int MOST_HEX = 2 * 1024;

    /** @param payload null when it is no UTF-8 */
    public record Mended(
            String topic, String machine, @Nullable String payload) {}

    public static HoldDetail of(Hold hold, List<Dated<DispositionEvent>> events, List<UUID> returned) {
        byte[] payload = hold.message().payload();
        boolean whole = payload.length <= MOST_TEXT;
        return new HoldDetail(
                HoldView.of(hold),
                PayloadText.text(whole ? payload : Arrays.copyOf(payload, MOST_TEXT)),
                PayloadText.hex(payload, MOST_HEX),
                whole,
                HoldView.content(hold.state()) instanceof Content.Repaired repaired
                        ? new Mended(repaired.topic(), repaired.machine(), PayloadText.text(repaired.payload()))
                        : null,
                events,
                returned);
    }
}
