package wrenchline.core.callback;

import java.util.UUID;

/** Identifies a callback. */
public record CallbackId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
