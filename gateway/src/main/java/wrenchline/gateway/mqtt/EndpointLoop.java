package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.mqtt.Handshake.Refusal;

/**
 * One event loop of the endpoint, with a server of its own on the port that all share. Lets devices in; a connection stays on its
 * loop from the beginning to the end.
 */
final class EndpointLoop {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointLoop.class);

    private final EndpointParts parts;
    private final ContextInternal context;
    private final Wakeups wakeups;
    private final MqttServer server;

    /** To be made on {@code context}. */
    EndpointLoop(EndpointParts parts, MqttServerOptions options, Context context) {
        this.parts = parts;
        this.context = (ContextInternal) context;
        context.exceptionHandler(EndpointLoop::thrown);
        this.wakeups = new Wakeups(this.context.nettyEventLoop());
        this.server = MqttServer.create(context.owner(), options);
        server.endpointHandler(this::connect);
        server.exceptionHandler(e -> LOG.info("a device could not connect: {}", e.toString()));
    }

    private static void thrown(Throwable cause) {
        if (cause instanceof IllegalArgumentException) {
            // So Vert.x ends a connection on which a packet is not in its place.
            LOG.info("a device broke the protocol: {}", cause.toString());
        } else {
            LOG.error("on the event loop of the endpoint", cause);
        }
    }

    /** The port on which it listens from now on, until its context is closed. */
    Future<Integer> listen() {
        return server.listen().map(MqttServer::actualPort);
    }

    /** Runs {@code action} on this event loop. */
    void run(Runnable action) {
        context.nettyEventLoop().execute(action);
    }

    /** Runs {@code action} on this event loop in {@code nanos} ns. */
    void runLater(long nanos, Runnable action) {
        // Rounded up: a timer that is early would only be set again.
        context.owner().setTimer(TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanos)) + 1, timer -> run(action));
    }

    EndpointParts parts() {
        return parts;
    }

    Wakeups wakeups() {
        return wakeups;
    }

    /** First who it is, then the end of its old connection, then its own. */
    private void connect(MqttEndpoint endpoint) {
        boolean nameless = endpoint.clientIdentifier() == null;
        if (nameless) {
            endpoint.setClientIdentifier(UUID.randomUUID().toString());
        }
        DeviceConnection newcomer = new DeviceConnection(this, endpoint, nameless);
        parts.signIn().admit(endpoint).onComplete(here(asked -> admitted(newcomer, asked)));
    }

    private void admitted(DeviceConnection newcomer, AsyncResult<Admission> asked) {
        if (newcomer.parting().hasLeft()) {
            return;
        }
        if (asked.failed()) {
            LOG.warn("finding out who '{}' is", newcomer.client(), asked.cause());
            refuse(newcomer, Refusal.CANNOT_TELL);
            return;
        }
        switch (asked.result()) {
            case Admission.Refused(Refusal why) -> refuse(newcomer, why);
            case Admission.Granted(Identity identity) -> {
                newcomer.identify(identity);
                claim(newcomer);
            }
        }
    }

    private void claim(DeviceConnection newcomer) {
        Clients clients = parts.clients();
        if (clients.isClosing()) {
            refuse(newcomer, Refusal.CLOSING);
        } else if (!clients.isPresent(newcomer.client())
                && clients.size() >= parts.limits().connections()) {
            refuse(newcomer, Refusal.TOO_MANY);
        } else {
            clients.claim(newcomer).onComplete(here(ready -> accept(newcomer)));
        }
    }

    private void accept(DeviceConnection newcomer) {
        if (!parts.signIn().holds(newcomer.identity())) {
            // Revoked since it was asked for, and before anybody could see it here.
            refuse(newcomer, Refusal.REVOKED);
        }
        if (newcomer.parting().hasLeft()) {
            // It, or the one that has its place now, was faster.
            parts.clients().leave(newcomer);
            newcomer.parting().tellGone();
            return;
        }
        MqttEndpoint endpoint = newcomer.endpoint();
        String client = newcomer.client();
        Sessions.Resumed resumed = parts.sessions()
                .open(client, endpoint.isCleanSession(), parts.clock().instant());
        if (resumed.present()) {
            parts.wills().forget(client);
        } else {
            parts.wills().hurry(client);
        }
        MqttProperties bounds = Handshake.bounds(endpoint, parts.limits().inFlight(), parts.maxMessageBytes());
        if (newcomer.isNameless()) {
            // Told to nobody who has a name: Mosquitto's clients leave then.
            bounds.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, endpoint.clientIdentifier()));
        }
        endpoint.accept(resumed.present(), bounds);
        newcomer.open(resumed.session());
        LOG.debug("'{}' is connected", client);
    }

    private void refuse(DeviceConnection newcomer, Refusal refusal) {
        if (newcomer.parting().leave()) {
            LOG.info("refusing '{}': {}", newcomer.client(), refusal);
            newcomer.endpoint().reject(Handshake.code(refusal, newcomer.endpoint()));
        }
    }

    /** The connection of {@code leaver} ends; only its first end counts. */
    void leave(DeviceConnection leaver, boolean clean) {
        if (!leaver.parting().leave() || leaver.session() == null) {
            // One that was not let in yet tells itself when its turn comes.
            return;
        }
        MqttEndpoint endpoint = leaver.endpoint();
        parts.sessions()
                .leave(
                        leaver.client(),
                        leaver.session(),
                        leaver.parting().sessionExpiry(),
                        parts.clock().instant());
        if (!clean && !parts.clients().isClosing()) {
            parts.wills().execute(leaver.client(), endpoint, leaver.sender(), leaver.inlet());
        }
        parts.clients().leave(leaver);
        leaver.parting().tellGone();
        LOG.debug("'{}' left {}", leaver.client(), clean ? "properly" : "without a farewell");
    }

    /** {@code then}, on this event loop, whoever completes what it waits for. */
    private <T> Handler<AsyncResult<T>> here(Handler<AsyncResult<T>> then) {
        return result -> context.emit(result, then);
    }
}
