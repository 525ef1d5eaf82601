package wrenchline.gateway.mqtt;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client is listened to: not before it is let in, not while too much of it is under way or the pipeline has no room, not
 * while it has sent more than it may, and not while it does not take our answers. Used on the event loop alone.
 */
final class Flow {

    private final DeviceSocket socket;
    private final Intake intake;
    private final Promise<Void> idle = Promise.promise();
    private @Nullable Incoming incoming;
    private boolean held;
    private boolean draining;

    Flow(DeviceSocket socket, Intake intake) {
        this.socket = socket;
        this.intake = intake;
        socket.pause();
    }

    /** The client is let in. */
    void open(Incoming guest) {
        incoming = guest;
        speedUp();
    }

    /** Something came. */
    void slowDown() {
        if (incoming != null && incoming.isFull()) {
            socket.pause();
            // The pipeline may have got room between the look and the pause.
            speedUp();
        }
    }

    /** It is not listened to before {@link #release}; false when that was so already. */
    boolean hold() {
        boolean first = !held;
        held = true;
        socket.pause();
        return first;
    }

    void release() {
        held = false;
        speedUp();
    }

    /** Something was acknowledged, or there is room, or the client takes our answers again. */
    void speedUp() {
        if (draining) {
            if (intake.isEmpty()) {
                idle.tryComplete();
            }
        } else if (socket.isPaused()
                && incoming != null
                && !held
                && incoming.pipelineTakes()
                && intake.hasRoom()
                && socket.isWritable()) {
            socket.resume();
        }
    }

    /** Reads no more. */
    void drain() {
        draining = true;
        socket.pause();
        speedUp();
    }

    /** Done when everything that was read has been acknowledged after {@link #drain}; from any thread. */
    Future<Void> idle() {
        return idle.future();
    }
}
