package wrenchline.dashboard.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.access.Account;
import wrenchline.core.access.Reach;
import wrenchline.core.equipment.CustomerId;

/**
 * An account as others see it.
 *
 * @param secondFactor whether a code is asked for beside the password
 * @param password a new one, told now and never again; null when there is no new one
 */
public record AccountView(
        String name,
        String role,
        @Nullable CustomerId customer,
        boolean disabled,
        int failures,
        boolean secondFactor,
        Instant created,
        @Nullable String password) {

    /** @param password empty when there is no new one */
    public static AccountView of(Account account, String password) {
        return new AccountView(
                account.name().value(),
                account.role().word(),
                customer(account.reach()),
                account.disabled(),
                account.failures().count(),
                account.factor().confirmed(),
                account.created(),
                password.isEmpty() ? null : password);
    }

    static @Nullable CustomerId customer(Reach reach) {
        return switch (reach) {
            case Reach.Everything() -> null;
            case Reach.Own(CustomerId customer) -> customer;
        };
    }
}
