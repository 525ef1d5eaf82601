package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.access.ApiKey;
import wrenchline.core.equipment.CustomerId;

/**
 * A program's key as others see it.
 *
 * @param key what the program sends, told now and never again; null later
 */
public record KeyView(
        String id,
        String name,
        String role,
        @Nullable CustomerId customer,
        List<String> scopes,
        String by,
        Instant created,
        Instant expires,
        boolean revoked,
        @Nullable String key) {

    /** @param text empty when it is not to be told */
    public static KeyView of(ApiKey key, String text) {
        return new KeyView(
                key.id(),
                key.name(),
                key.role().word(),
                AccountView.customer(key.reach()),
                key.scopes().stream().sorted().toList(),
                key.by(),
                key.created(),
                key.expires(),
                key.revoked(),
                text.isEmpty() ? null : text);
    }
}
