package wrenchline.gateway.modbus;

import java.util.Map;
import java.util.SortedSet;

/** What a poll brought. */
sealed interface Answer {

    /**
     * @param values by metric; never empty
     * @param senseless metrics for which the controller has no number, as of a sensor that is not there
     */
    record Values(Map<String, Double> values, SortedSet<String> senseless) implements Answer {}

    /** Nothing that can be used; {@code reason} is for the person who looks after the machine. */
    record None(String reason) implements Answer {}
}
