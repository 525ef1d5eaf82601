package wrenchline.dashboard.live;

import wrenchline.dashboard.wire.Wire;

/** The text of server-sent events. */
final class Frame {

    /** Keeps proxies and browsers from giving the connection up. */
    static final String HEARTBEAT = ": still here\n\n";

    private Frame() {}

    /** An event after whose {@code id} the stream can be resumed. */
    static String resumable(long id, String event, Object data) {
        return "id: " + id + "\n" + passing(event, data);
    }

    /** An event that is not repeated after a reconnect. */
    static String passing(String event, Object data) {
        return "event: " + event + "\ndata: " + Wire.text(data) + "\n\n";
    }
}
