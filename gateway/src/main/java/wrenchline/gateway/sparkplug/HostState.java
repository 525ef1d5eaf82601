package wrenchline.gateway.sparkplug;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Says on one server whether this host is there. Birth and will of one connection carry the same time, by which nodes tell a late
 * will from the present state.
 */
public record HostState(String hostId, Instant connected) {

    static final String ROOT = Topic.ROOT + "STATE/";

    private static final Pattern OFFLINE = Pattern.compile("\"online\"\\s*:\\s*false");

    /** Where it is said, retained, at QoS 1. */
    public String topic() {
        return ROOT + hostId;
    }

    /** Said once subscribed, and again whenever somebody says otherwise. */
    public byte[] birth() {
        return payload(true, connected);
    }

    /** Said by the server when the connection is lost. */
    public byte[] will() {
        return payload(false, connected);
    }

    /** Said before leaving at {@code now}. */
    static byte[] farewell(Instant now) {
        return payload(false, now);
    }

    /** Whether {@code payload} says that a host is not there; an empty one takes back what was said. */
    public static boolean isOffline(byte[] payload) {
        return payload.length == 0
                || OFFLINE.matcher(new String(payload, UTF_8)).find();
    }

    private static byte[] payload(boolean online, Instant at) {
        return ("{\"online\":" + online + ",\"timestamp\":" + at.toEpochMilli() + "}").getBytes(UTF_8);
    }
}
