package wrenchline.gateway.mqtt;

import java.time.Duration;

/**
 * How long a broker is waited for.
 *
 * @param keepAlive after which a silent broker is given up, in whole seconds
 * @param firstPause before it is tried again; doubled each time up to {@code longestPause}
 * @param proof how long a connection must last for the next pause to be the first again
 */
record BrokerPatience(Duration keepAlive, Duration firstPause, Duration longestPause, Duration proof) {

    static BrokerPatience usual() {
        return new BrokerPatience(
                Duration.ofSeconds(20), Duration.ofMillis(250), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /** The pause after {@code last}, when the connection in between lasted for {@code lived}. */
    Duration pauseAfter(Duration last, Duration lived) {
        if (lived.compareTo(proof) >= 0) {
            return firstPause;
        }
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }
}
