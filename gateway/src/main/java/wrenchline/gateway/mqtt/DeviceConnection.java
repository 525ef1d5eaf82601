package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/**
 * One connected device: hands its messages to the pipeline and acknowledges them in order once they are on disk. When too many are
 * under way, or a lane is full, its socket is paused. Runs on its event loop, except where it says otherwise.
 */
final class DeviceConnection {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);

    private final EndpointLoop loop;
    private final MqttEndpoint endpoint;
    private final DeviceSocket socket;
    private final Intake intake;
    private final Runnable whenRoom = this::laneHasRoom;
    private final AtomicInteger fullLanes = new AtomicInteger();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Promise<Void> idle = Promise.promise();
    private final Promise<Void> gone = Promise.promise();
    private Identity identity;
    private String client;
    private String source;
    private Sender sender;
    private Inlet inlet;
    private @Nullable Session session;
    private boolean left;
    private boolean draining;

    /** A device that asks to be let in; nothing more is read from it until {@link #open}. */
    DeviceConnection(EndpointLoop loop, MqttEndpoint endpoint) {
        this.loop = loop;
        this.endpoint = endpoint;
        identify(new Identity.Stranger());
        this.socket = new DeviceSocket(endpoint, this::silent);
        this.intake = new Intake(loop.parts().limits(), Handshake.isVersion5(endpoint));
        socket.pause();
        endpoint.closeHandler(nothing -> loop.leave(this, false));
        endpoint.exceptionHandler(this::broken);
        endpoint.disconnectMessageHandler(
                farewell -> loop.leave(this, farewell.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE));
        endpoint.publishHandler(this::published);
        endpoint.publishReleaseHandler(this::released);
        Subscriptions.refuse(endpoint);
    }

    /** The name of its session: the client id, and the account that it belongs to. */
    String client() {
        return client;
    }

    /** Who it is, once that is known. */
    Identity identity() {
        return identity;
    }

    Sender sender() {
        return sender;
    }

    Inlet inlet() {
        return inlet;
    }

    MqttEndpoint endpoint() {
        return endpoint;
    }

    /** Its session; none while it is not let in. */
    @Nullable
    Session session() {
        return session;
    }

    /** Done when it has left its session and its will behind. */
    Future<Void> gone() {
        return gone.future();
    }

    boolean isPaused() {
        return socket.isPaused();
    }

    /** It is known who it is. */
    void identify(Identity known) {
        identity = known;
        client = known.session(endpoint.clientIdentifier());
        source = "mqtt:" + client;
        sender = known.sender(endpoint.clientIdentifier());
        inlet = loop.parts().inlets().apply(known);
    }

    /** It is let in. */
    void open(Session resumed) {
        session = resumed;
        if (!draining) {
            socket.resume();
        }
    }

    /** Its client has connected again; from any thread. */
    void evict() {
        loop.run(() -> {
            loop.leave(this, false);
            disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        });
    }

    /** It may no longer be here; from any thread. */
    void sendAway() {
        loop.run(() -> {
            LOG.info("sending {} away: it may no longer be here", source);
            disconnect(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        });
    }

    /** The connection ends; false when it had ended already. */
    boolean leave() {
        boolean first = !left;
        left = true;
        return first;
    }

    boolean hasLeft() {
        return left;
    }

    /** Nobody has to wait for it any more. */
    void tellGone() {
        gone.tryComplete();
    }

    private void published(MqttPublishMessage message) {
        if (left) {
            return;
        }
        if (message.topicName().isEmpty()) {
            // A topic alias, which we did not offer.
            disconnect(MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID);
            return;
        }
        int packet = message.messageId();
        int qos = message.qosLevel().value();
        Receipt earlier = qos == 2 && session != null ? session.unreleased(packet) : null;
        if (earlier != null) {
            intake.expect(earlier);
            earlier.awaitedBy(this);
        } else {
            receive(message, packet, qos);
        }
        if (fullLanes.get() > 0 || intake.isFull()) {
            socket.pause();
            // A lane may have got room between the look and the pause.
            speedUp();
        }
    }

    private void receive(MqttPublishMessage message, int packet, int qos) {
        byte[] payload = message.payload().getBytes();
        Receipt receipt = new Receipt(this, packet, qos, payload.length);
        if (qos == 2 && session != null) {
            session.begin(receipt);
        }
        intake.expect(receipt);
        EndpointParts parts = loop.parts();
        Arrival arrival = new Arrival(
                source,
                sender,
                message.topicName(),
                payload,
                parts.clock().instant(),
                // Nobody can subscribe here yet, so nobody would get it.
                Publisher.NOWHERE,
                receipt);
        if (!inlet.receive(arrival, whenRoom)) {
            fullLanes.incrementAndGet();
        }
    }

    private void laneHasRoom() {
        fullLanes.decrementAndGet();
        wake();
    }

    private void released(int packet) {
        if (session != null) {
            session.release(packet);
        }
        endpoint.publishComplete(packet);
    }

    /** Something may be due; from any thread. */
    void wake() {
        if (!woken.get() && woken.compareAndSet(false, true)) {
            loop.wakeups().add(this);
        }
    }

    /** Does all that is due. */
    void turn() {
        // Before anything is looked at: what becomes due from here on wakes again.
        woken.set(false);
        if (intake.isDue()) {
            ByteBuf replies = socket.buffer(intake.replyBytes());
            intake.settle(replies);
            send(replies);
        }
        speedUp();
    }

    private void send(ByteBuf packets) {
        if (packets.isReadable() && endpoint.isConnected()) {
            socket.write(packets);
        } else {
            // The device will send again what it sees no acknowledgement of.
            packets.release();
        }
    }

    private void speedUp() {
        if (draining) {
            if (intake.isEmpty()) {
                idle.tryComplete();
            }
        } else if (socket.isPaused() && session != null && fullLanes.get() <= 0 && intake.hasRoom()) {
            socket.resume();
        }
    }

    /** Reads no more; done when everything that was read has been acknowledged. From any thread. */
    Future<Void> drain() {
        loop.run(() -> {
            draining = true;
            socket.pause();
            speedUp();
        });
        return idle.future();
    }

    /** Ends it because the endpoint closes; done when it has ended. From any thread. */
    Future<Void> farewell() {
        loop.run(() -> {
            disconnect(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN);
            loop.leave(this, true);
        });
        return gone.future();
    }

    private void silent() {
        LOG.info("{} was silent for longer than its keep-alive", source);
        disconnect(MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT);
    }

    /** What came is not MQTT, or too long. The connection is closed by Vert.x after this. */
    private void broken(Throwable cause) {
        LOG.info("closing the connection of {}: {}", source, cause.toString());
        disconnect(Handshake.reason(cause));
    }

    /** Ends the connection; an MQTT 5 device is told why. */
    void disconnect(MqttDisconnectReasonCode reason) {
        try {
            if (endpoint.isConnected() && Handshake.isVersion5(endpoint)) {
                endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
            } else {
                endpoint.close();
            }
        } catch (RuntimeException e) {
            // Vert.x answers so when the device was faster.
            LOG.debug("ending the connection of {}: {}", source, e.toString());
        }
    }
}
