package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.mqtt.hub.Outbox;
import wrenchline.gateway.payload.Sender;

/**
 * One connected client: hands its messages to the pipeline and acknowledges them in order once they are on disk, and sends it what it
 * subscribes to. Runs on its event loop, except where it says otherwise.
 */
final class DeviceConnection implements Outbox.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);

    private final EndpointLoop loop;
    private final MqttEndpoint endpoint;
    private final boolean nameless;
    private final DeviceSocket socket;
    private final Intake intake;
    private final Flow flow;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean noted = new AtomicBoolean();
    private final Promise<Void> gone = Promise.promise();
    private Speaker speaker;
    private @Nullable Guest guest;
    private boolean left;
    private Duration sessionExpiry;

    /** What there is once it is let in. */
    private record Guest(Session session, Incoming incoming, Outlet outlet, Pace pace) {}

    /**
     * A client that asks to be let in; nothing more is read from it until {@link #open}.
     *
     * @param nameless whether it left it to us to name it
     */
    DeviceConnection(EndpointLoop loop, MqttEndpoint endpoint, boolean nameless) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.nameless = nameless;
        identify(new Identity.Stranger());
        this.socket = new DeviceSocket(endpoint, this::silent, this::flowChanged);
        this.intake = new Intake(loop.parts().limits(), loop.parts().hub(), Handshake.isVersion5(endpoint));
        this.flow = new Flow(socket, intake);
        this.sessionExpiry = Handshake.sessionExpiry(endpoint);
        endpoint.closeHandler(nothing -> loop.leave(this, false));
        endpoint.exceptionHandler(this::broken);
        endpoint.disconnectMessageHandler(farewell -> {
            sessionExpiry = Handshake.sessionExpiry(endpoint, farewell.properties());
            loop.leave(this, farewell.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE);
        });
        endpoint.publishHandler(this::published);
        endpoint.publishReleaseHandler(this::released);
    }

    /** The name of its session: the client id, and the account that it belongs to. */
    String client() {
        return speaker.client();
    }

    /** Who it is, once that is known. */
    Identity identity() {
        return speaker.identity();
    }

    Sender sender() {
        return speaker.sender();
    }

    Inlet inlet() {
        return speaker.inlet();
    }

    boolean isNameless() {
        return nameless;
    }

    MqttEndpoint endpoint() {
        return endpoint;
    }

    /** Its session; none while it is not let in. */
    @Nullable
    Session session() {
        return guest == null ? null : guest.session();
    }

    /** How long its session outlives it. */
    Duration sessionExpiry() {
        return sessionExpiry;
    }

    /** Done when it has left its session and its will behind; from any thread. */
    Future<Void> gone() {
        return gone.future();
    }

    boolean isPaused() {
        return socket.isPaused();
    }

    /** It is known who it is. */
    void identify(Identity known) {
        speaker = Speaker.of(known, endpoint.clientIdentifier(), loop.parts().inlets());
    }

    /** It is let in. */
    void open(Session session) {
        Hub hub = loop.parts().hub();
        Outlet outlet = new Outlet(endpoint, socket, session.outbox(), speaker.topics());
        Incoming incoming = new Incoming(this, loop.parts(), speaker, session, intake);
        guest = new Guest(session, incoming, outlet, new Pace(loop.parts().meters(), speaker.sender()));
        Subscriptions.serve(
                endpoint,
                hub,
                session.outbox(),
                speaker.identity().subscribing(endpoint.clientIdentifier()),
                speaker.topics());
        endpoint.publishAcknowledgeMessageHandler(message -> {
            outlet.acknowledged(message);
            wake();
        });
        session.outbox().attach(this);
        hub.resume(session.outbox());
        flow.open(incoming);
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
            LOG.info("sending {} away: it may no longer be here", speaker.source());
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
        if (left || guest == null) {
            return;
        }
        if (message.topicName().isEmpty()) {
            // A topic alias, which we did not offer.
            disconnect(MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID);
            return;
        }
        guest.incoming().take(message);
        if (guest.pace().took(message.topicName(), message.payload().length()) > 0 && flow.hold()) {
            releaseLater(guest.pace());
        }
        flow.slowDown();
    }

    /** It has sent more than it may: it is listened to again once that is made up for. */
    private void releaseLater(Pace pace) {
        loop.runLater(pace.left(), () -> {
            if (pace.left() > 0) {
                releaseLater(pace);
            } else {
                flow.release();
            }
        });
    }

    private void released(int packet) {
        if (guest != null) {
            guest.session().release(packet);
        }
        endpoint.publishComplete(packet);
    }

    /** Something may be due; from any thread. */
    void wake() {
        if (!woken.get() && woken.compareAndSet(false, true)) {
            loop.wakeups().add(this);
        }
    }

    /** A message is on disk; {@link #afterGroup} follows. From any thread. */
    void settled() {
        if (!noted.get() && noted.compareAndSet(false, true)) {
            loop.wakeups().note(this);
        }
    }

    Runnable afterGroup() {
        return loop.wakeups().afterGroup();
    }

    @Override
    public void mail() {
        wake();
    }

    @Override
    public void overflowed() {
        loop.run(() -> {
            LOG.warn("{} is too slow for what it subscribes to: its session is ended", speaker.source());
            disconnect(MqttDisconnectReasonCode.QUOTA_EXCEEDED);
        });
    }

    /** Does all that is due. */
    void turn() {
        // Before anything is looked at: what becomes due from here on wakes again.
        woken.set(false);
        noted.set(false);
        boolean written = acknowledge();
        if (guest != null && !left) {
            written |= guest.outlet().send();
        }
        if (written) {
            socket.flush();
        }
        flow.speedUp();
    }

    private boolean acknowledge() {
        if (!intake.isDue()) {
            return false;
        }
        ByteBuf replies = socket.buffer(intake.replyBytes());
        intake.settle(replies);
        if (!replies.isReadable() || !endpoint.isConnected()) {
            // The device will send again what it sees no acknowledgement of.
            replies.release();
            return false;
        }
        socket.write(replies);
        return true;
    }

    /** A client that does not take our answers is not listened to. */
    private void flowChanged() {
        if (socket.isWritable()) {
            wake();
        } else {
            socket.pause();
        }
    }

    /** Reads no more; done when everything that was read has been acknowledged. From any thread. */
    Future<Void> drain() {
        loop.run(flow::drain);
        return flow.idle();
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
        LOG.info("{} was silent for longer than its keep-alive", speaker.source());
        disconnect(MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT);
    }

    /** What came is not MQTT, or too long. The connection is closed by Vert.x after this. */
    private void broken(Throwable cause) {
        LOG.info("closing the connection of {}: {}", speaker.source(), cause.toString());
        if (guest == null) {
            // Not to be let in any more: Vert.x tells of the end only later.
            loop.leave(this, false);
        }
        disconnect(Handshake.reason(cause));
    }

    /** Ends the connection; an MQTT 5 client is told why. */
    void disconnect(MqttDisconnectReasonCode reason) {
        try {
            if (endpoint.isConnected() && Handshake.isVersion5(endpoint)) {
                endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
            } else {
                endpoint.close();
            }
        } catch (RuntimeException e) {
            // Vert.x answers so when the client was faster.
            LOG.debug("ending the connection of {}: {}", speaker.source(), e.toString());
        }
    }
}
