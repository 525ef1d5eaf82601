package wrenchline.gateway.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.MqttSettings;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.mqtt.Handshake.Refusal;

/**
 * The product's own MQTT server, 3.1.1 and 5, to which controllers connect: there is nothing between PUBLISH and the disk, so PUBACK
 * can mean durable. Devices may publish to {@code equipment/...}; they may not subscribe. Its state belongs to one event loop.
 */
public final class MqttEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttEndpoint.class);

    /** Room for topic and properties. A payload a little too long is quarantined, a much longer one ends the connection. */
    private static final int BESIDE_PAYLOAD = 64 * 1024;

    private static final int SECONDS_TO_CONNECT = 10;
    private static final int SECONDS_TO_CLOSE = 15;

    private final MqttSettings settings;
    private final EndpointLimits limits;
    private final Inlet ingest;
    private final InstantSource clock;
    private final SignIn signIn;
    private final Sessions sessions = new Sessions();
    private final Wills wills;
    private final MqttServer server;
    private final Context eventLoop;
    private final Map<String, Device> devices = new HashMap<>();
    private volatile int connections;
    private boolean closing;

    private record Device(io.vertx.mqtt.MqttEndpoint endpoint, DeviceConnection connection) {}

    public MqttEndpoint(Vertx vertx, MqttSettings settings, Inlet ingest, InstantSource clock) {
        this(vertx, settings, EndpointLimits.usual(), ingest, clock);
    }

    MqttEndpoint(Vertx vertx, MqttSettings settings, EndpointLimits limits, Inlet ingest, InstantSource clock) {
        this.settings = settings;
        this.limits = limits;
        this.ingest = ingest;
        this.clock = clock;
        this.signIn = new SignIn(settings);
        this.wills = new Wills(vertx, ingest, clock);
        this.eventLoop = vertx.getOrCreateContext();
        this.server = MqttServer.create(
                vertx,
                new MqttServerOptions()
                        .setHost(settings.host())
                        .setPort(settings.port())
                        .setMaxMessageSize(settings.maxPayloadBytes() + BESIDE_PAYLOAD)
                        .setMaxClientIdLength(65_535)
                        .setTimeoutOnConnect(SECONDS_TO_CONNECT));
        server.endpointHandler(this::connect);
        server.exceptionHandler(e -> LOG.info("a device could not connect: {}", e.toString()));
    }

    /**
     * Listens; returns the port, also where the settings leave it to the system.
     *
     * @throws IllegalStateException when the port cannot be had
     */
    public int start() {
        await(onEventLoop(server::listen), "listening for MQTT on " + settings.host() + ":" + settings.port());
        LOG.info("listening for MQTT on {}:{}", settings.host(), server.actualPort());
        return server.actualPort();
    }

    /** Devices that are connected now. */
    public int connections() {
        return connections;
    }

    private void connect(io.vertx.mqtt.MqttEndpoint endpoint) {
        Refusal refusal = refusal(endpoint);
        if (refusal != null) {
            LOG.info("refusing '{}': {}", endpoint.clientIdentifier(), refusal);
            endpoint.reject(Handshake.code(refusal, endpoint));
            return;
        }
        takeOver(endpoint.clientIdentifier());
        accept(endpoint);
    }

    private @Nullable Refusal refusal(io.vertx.mqtt.MqttEndpoint endpoint) {
        boolean known = endpoint.auth() != null
                && signIn.accepts(endpoint.auth().getUsername(), endpoint.auth().getPassword());
        if (!known) {
            return Refusal.WRONG_PASSWORD;
        }
        if (!Handshake.mayLeaveWill(endpoint)) {
            return Refusal.WILL_NOT_ALLOWED;
        }
        if (closing) {
            return Refusal.CLOSING;
        }
        boolean isNew = !devices.containsKey(endpoint.clientIdentifier());
        return isNew && devices.size() >= limits.connections() ? Refusal.TOO_MANY : null;
    }

    /** The same client again: its old connection is dead, or soon will be. */
    private void takeOver(String client) {
        Device old = devices.get(client);
        if (old != null) {
            leave(old, false);
            old.connection().disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        wills.forget(client);
    }

    private void accept(io.vertx.mqtt.MqttEndpoint endpoint) {
        String client = endpoint.clientIdentifier();
        Sessions.Resumed resumed = sessions.open(client, endpoint.isCleanSession(), clock.instant());
        DeviceConnection connection =
                new DeviceConnection(endpoint, resumed.session(), ingest, clock, limits.inFlight(), eventLoop);
        Device device = new Device(endpoint, connection);
        devices.put(client, device);
        connections = devices.size();
        Subscriptions.refuse(endpoint);
        endpoint.disconnectMessageHandler(
                farewell -> leave(device, farewell.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE));
        endpoint.closeHandler(nothing -> leave(device, false));
        endpoint.exceptionHandler(e -> broken(device, e));
        endpoint.accept(
                resumed.present(),
                Handshake.bounds(endpoint, limits.inFlight(), settings.maxPayloadBytes() + BESIDE_PAYLOAD));
        LOG.debug("'{}' is connected", client);
    }

    /** The connection of {@code device} ends; only its first end counts. */
    private void leave(Device device, boolean clean) {
        String client = device.endpoint().clientIdentifier();
        if (!devices.remove(client, device)) {
            return;
        }
        connections = devices.size();
        sessions.leave(
                client, device.connection().session(), Handshake.sessionExpiry(device.endpoint()), clock.instant());
        if (!clean && !closing) {
            wills.execute(device.endpoint());
        }
        LOG.debug("'{}' left {}", client, clean ? "properly" : "without a farewell");
    }

    /** What came is not MQTT, or too long. The connection is closed by Vert.x after this. */
    private void broken(Device device, Throwable cause) {
        LOG.info("closing the connection of {}: {}", device.connection().source(), cause.toString());
        device.connection()
                .disconnect(
                        cause instanceof TooLongFrameException
                                ? MqttDisconnectReasonCode.PACKET_TOO_LARGE
                                : MqttDisconnectReasonCode.MALFORMED_PACKET);
    }

    /**
     * Reads no more, acknowledges what was read and is on disk, and closes. Nobody's will is published: it is us who leave. To be
     * closed before the pipeline.
     */
    @Override
    public void close() {
        try {
            await(onEventLoop(this::drain), "acknowledging what was received by MQTT");
        } catch (IllegalStateException e) {
            LOG.warn("{}; what was not acknowledged will come again", e.getMessage());
        }
        await(onEventLoop(this::farewell), "closing the MQTT endpoint");
    }

    private Future<Void> drain() {
        closing = true;
        List<Future<Void>> drained = devices.values().stream()
                .map(device -> device.connection().drain())
                .toList();
        return Future.all(drained).mapEmpty();
    }

    private Future<Void> farewell() {
        List.copyOf(devices.values())
                .forEach(device -> device.connection().disconnect(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
        return server.close();
    }

    private <T> Future<T> onEventLoop(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        eventLoop.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
    }

    private static <T> T await(Future<T> future, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + ": not done after " + SECONDS_TO_CLOSE + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + ": interrupted", e);
        }
    }
}
