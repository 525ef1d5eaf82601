package wrenchline.dashboard.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.access.Principal;
import wrenchline.core.equipment.CustomerId;

/**
 * A signed-in browser.
 *
 * @param csrf what a script must send with every request that changes something
 * @param customer whose machines alone it sees; null for all
 * @param may the operations that its role allows
 * @param mustEnrol whether it must get a second factor before it may do anything else
 * @param zone in which the house tells times
 */
public record SessionView(
        String csrf,
        Instant expires,
        String account,
        String role,
        @Nullable CustomerId customer,
        List<String> may,
        boolean mustEnrol,
        String zone) {

    public static SessionView of(
            String csrf, Instant expires, Principal principal, List<String> may, boolean mustEnrol, ZoneId zone) {
        return new SessionView(
                csrf,
                expires,
                principal.name(),
                principal.role().word(),
                AccountView.customer(principal.reach()),
                may,
                mustEnrol,
                zone.getId());
    }
}
