package wrenchline.store.sql;

import org.jspecify.annotations.Nullable;
import wrenchline.core.access.Reach;
import wrenchline.core.equipment.CustomerId;

/** A reach as a column holds it: the customer, or null for everything. */
final class SqlReach {

    private SqlReach() {}

    static Reach of(@Nullable String customer) {
        return customer == null ? new Reach.Everything() : new Reach.Own(new CustomerId(customer));
    }

    static @Nullable String customer(Reach reach) {
        return switch (reach) {
            case Reach.Everything() -> null;
            case Reach.Own(CustomerId customer) -> customer.value();
        };
    }
}
