package wrenchline.core.ticket;

import wrenchline.core.duty.StaffId;

/** Who did something. */
public sealed interface Actor {

    /** A member of staff, by telephone or SMS. */
    record Staff(StaffId id) implements Actor {}

    /** Somebody at the page or the API. */
    record Operator(String name) implements Actor {}

    /** Somebody at the customer's (客户). */
    record Customer(String name) implements Actor {}

    /** The product itself. */
    record Product() implements Actor {}
}
