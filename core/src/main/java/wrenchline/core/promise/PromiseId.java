package wrenchline.core.promise;

import java.util.UUID;

/** Identifies a promise. */
public record PromiseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
