package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.mqtt.hub.Outbox;
import wrenchline.gateway.payload.Sender;

/**
 * One connected client: hands its messages to the pipeline and acknowledges them in order once they are on disk, and sends it what it
 * subscribes to. Runs on its event loop, except where it says otherwise.
 */
final class DeviceConnection implements Outbox.Reader {

    private final EndpointParts parts;
    private final EndpointLoop loop;
    private final MqttEndpoint endpoint;
    private final boolean nameless;
    private final Parting parting;
    private final Bell bell;
    private final DeviceSocket socket;
    private final Intake intake;
    private final Flow flow;
    private Speaker speaker;
    private @Nullable Guest guest;

    /**
     * A client that asks to be let in; nothing more is read from it until {@link #open}.
     *
     * @param nameless whether it left it to us to name it
     */
    DeviceConnection(EndpointLoop loop, MqttEndpoint endpoint, boolean nameless) {
        this.parts = loop.parts();
        this.loop = loop;
        this.endpoint = endpoint;
        this.nameless = nameless;
        this.speaker = speaker(new Identity.Stranger());
        this.bell = new Bell(loop.wakeups(), this);
        this.parting = new Parting(loop, this, endpoint);
        this.socket = new DeviceSocket(endpoint, parting::silent, this::writabilityChanged);
        this.intake = new Intake(parts.limits(), parts.hub(), Handshake.isVersion5(endpoint));
        this.flow = new Flow(socket, intake);
        endpoint.publishHandler(this::published);
        endpoint.publishReleaseHandler(this::released);
    }

    /** The name of its session: the client id, and the account that it belongs to. */
    String client() {
        return speaker.client();
    }

    /** As which its messages are noted. */
    String source() {
        return speaker.source();
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

    /** How it ends. */
    Parting parting() {
        return parting;
    }

    /** Its session; none while it is not let in. */
    @Nullable
    Session session() {
        return guest == null ? null : guest.session();
    }

    boolean isPaused() {
        return socket.isPaused();
    }

    /** It is known who it is. */
    void identify(Identity known) {
        speaker = speaker(known);
    }

    private Speaker speaker(Identity known) {
        return Speaker.of(known, endpoint.clientIdentifier(), parts.inlets());
    }

    /** It is let in. */
    void open(Session session) {
        Outbox outbox = session.outbox();
        Outlet outlet = new Outlet(endpoint, socket, outbox, speaker.topics());
        Incoming incoming = new Incoming(bell, parts, speaker, session, intake);
        guest = new Guest(loop, session, incoming, outlet, new Pace(parts.meters(), speaker.sender()), flow);
        Subscriptions.serve(
                endpoint,
                parts.hub(),
                outbox,
                speaker.identity().subscribing(endpoint.clientIdentifier()),
                speaker.topics());
        endpoint.publishAcknowledgeMessageHandler(message -> {
            outlet.acknowledged(message);
            bell.ring();
        });
        outbox.attach(this);
        parts.hub().resume(outbox);
        flow.open(incoming);
    }

    private void published(MqttPublishMessage message) {
        if (parting.hasLeft() || guest == null) {
            return;
        }
        if (message.topicName().isEmpty()) {
            parting.aliasOfNothing();
            return;
        }
        guest.take(message);
    }

    private void released(int packet) {
        if (guest != null) {
            guest.session().release(packet);
        }
        endpoint.publishComplete(packet);
    }

    @Override
    public void mail() {
        bell.ring();
    }

    @Override
    public void overflowed() {
        parting.tooSlow();
    }

    /** Does all that is due. */
    void turn() {
        // Before anything is looked at.
        bell.answered();
        boolean written = acknowledge();
        if (guest != null && !parting.hasLeft()) {
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
    private void writabilityChanged() {
        if (socket.isWritable()) {
            bell.ring();
        } else {
            socket.pause();
        }
    }

    /** Reads no more; done when everything that was read has been acknowledged. From any thread. */
    Future<Void> drain() {
        loop.run(flow::drain);
        return flow.idle();
    }
}
