package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.Credential;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;

/**
 * The account of a machine. What proves who it is stays in the database.
 *
 * @param state {@code Pending}, {@code Approved} or {@code Revoked}
 * @param topics filters beside those that every machine has
 */
public record DeviceView(
        EquipmentId equipment, Instant listed, String state, List<CredentialView> credentials, List<String> topics) {

    /**
     * @param kind {@code Password}, {@code Token} or {@code Certificate}
     * @param expires null when it does not
     */
    public record CredentialView(
            String kind, Instant issued, @Nullable Instant expires) {

        static CredentialView of(Credential credential) {
            Instant expires = credential instanceof Credential.Certificate certificate ? certificate.expires() : null;
            return new CredentialView(credential.getClass().getSimpleName(), credential.issued(), expires);
        }
    }

    public static DeviceView of(Tracked<DeviceAccount, AccountState> account) {
        AccountState state = account.state();
        return new DeviceView(
                account.facts().equipment(),
                account.facts().listed(),
                state.getClass().getSimpleName(),
                state.credentials().stream().map(CredentialView::of).toList(),
                state instanceof AccountState.Approved approved ? approved.topics() : List.of());
    }
}
