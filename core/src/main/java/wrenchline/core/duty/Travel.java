package wrenchline.core.duty;

import java.time.Duration;

/** How long it takes from one territory to another (路程时间), either way. */
public record Travel(String from, String to, Duration time) {

    boolean joins(String one, String other) {
        return (from.equals(one) && to.equals(other)) || (from.equals(other) && to.equals(one));
    }
}
