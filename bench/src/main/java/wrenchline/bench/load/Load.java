package wrenchline.bench.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is published, and where.
 *
 * @param username empty for a broker that asks for none
 * @param connections that publish
 * @param window messages that each connection may have unacknowledged
 * @param rate messages a second in all, or {@link #FLAT_OUT}
 */
public record Load(String host, int port, String username, String password, int connections, int window, double rate) {

    public static final double FLAT_OUT = Double.POSITIVE_INFINITY;

    /** A server without a plan for what is sent to it. */
    public static Load to(String host, int port, String username, String password) {
        return new Load(host, port, username, password, 1, 1, FLAT_OUT);
    }

    public Load with(int newConnections, int newWindow, double newRate) {
        return new Load(host, port, username, password, newConnections, newWindow, newRate);
    }

    /** {@code count} machines with the ids {@code PREFIX-00000}, {@code PREFIX-00001}, … */
    public static List<Machine> machines(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Machine("%s-%05d".formatted(prefix, number)))
                .toList();
    }
}
