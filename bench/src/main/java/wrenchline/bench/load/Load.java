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
public record Load(
        String host, int port, String username, String password, int connections, int window, double rate) {

    public static final double FLAT_OUT = Double.POSITIVE_INFINITY;

    public Load at(double newRate) {
        return new Load(host, port, username, password, connections, window, newRate);
    }

    /** {@code count} machines with the ids {@code PREFIX-00000}, {@code PREFIX-00001}, … */
    public static List<Machine> machines(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Machine("%s-%05d".formatted(prefix, number)))
                .toList();
    }
}
