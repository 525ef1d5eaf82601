package wrenchline.core.duty;

import java.time.Duration;

/**
 * A rung of the callback ladder (升级阶梯) as the policy has it.
 *
 * @param after since the promise was made
 */
public record Rung(Duration after, Target target) {

    /** Whom a rung reaches. */
    public enum Target {
        /** The first engineer on duty, by SMS and telephone. */
        FIRST_ENGINEER,
        /** The second engineer on duty; the first again where there is only one. */
        SECOND_ENGINEER,
        SUPERVISOR,
        /** Everybody on duty and the supervisors at once. */
        EVERYBODY,
        MANAGER,
        /** The top management; the managers where the roster names nobody. */
        DIRECTOR,
        /** The bot calls the customer and says that help is late. */
        CUSTOMER
    }
}
