package wrenchline.gateway.mqtt;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttServerOptions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.MqttSettings;
import wrenchline.gateway.identity.Doorkeeper;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.identity.OwnAuthority.ServerFiles;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.mqtt.hub.HubSnapshot;
import wrenchline.gateway.mqtt.hub.Letter;
import wrenchline.gateway.mqtt.hub.Publication;
import wrenchline.gateway.mqtt.hub.Retention;
import wrenchline.gateway.quota.Meters;

/**
 * The product's own MQTT server, 3.1.1 and 5, to which controllers connect: there is nothing between PUBLISH and the disk, so PUBACK
 * can mean durable. Broker enough for commands to
 * devices and for others who want to be told; see the hub. Runs on an event loop for each processor.
 */
public final class MqttEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttEndpoint.class);
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int SECONDS_TO_CLOSE = 15;
    private static final long SWEEP_MILLIS = 5_000;

    /** Vert.x lets servers of the same negative number share one free port. */
    private static final AtomicInteger FREE_PORTS = new AtomicInteger(-1);

    private final Vertx vertx;
    private final EndpointParts parts;
    private final List<String> deployments = new CopyOnWriteArrayList<>();
    private final long sweep;

    /**
     * @param door decides who comes in
     * @param inlets where each of them brings what it publishes
     * @param meters how fast each of them may go on
     * @param retention of the messages that they ask to be retained
     */
    public MqttEndpoint(
            Vertx vertx,
            MqttSettings settings,
            Doorkeeper door,
            Function<Identity, Inlet> inlets,
            Meters meters,
            Retention retention,
            InstantSource clock) {
        this(vertx, settings, EndpointLimits.usual(), door, inlets, meters, retention, clock);
    }

    MqttEndpoint(
            Vertx vertx,
            MqttSettings settings,
            EndpointLimits limits,
            Doorkeeper door,
            Function<Identity, Inlet> inlets,
            Meters meters,
            Retention retention,
            InstantSource clock) {
        this.vertx = vertx;
        Hub hub = new Hub(limits.hub(), retention);
        this.parts = new EndpointParts(
                settings,
                limits,
                inlets,
                meters,
                clock,
                new SignIn(door),
                new Clients(),
                hub,
                new Sessions(hub),
                new Wills(vertx, hub, clock));
        this.sweep = vertx.setPeriodic(SWEEP_MILLIS, timer -> parts.sessions().sweep(clock.instant()));
    }

    /**
     * Listens; returns the port, also where the settings leave it to the system.
     *
     * @throws IllegalStateException when the port cannot be had
     */
    public int start() {
        return listen("MQTT", parts.settings().port(), options());
    }

    /**
     * Listens with TLS too; returns the port. A machine may show a certificate that our authority signed, and must show a password
     * where it does not.
     *
     * @throws IllegalStateException when the port cannot be had
     */
    public int startTls(ServerFiles files) {
        MqttServerOptions options = options();
        options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setKeyPath(files.key().toString())
                        .setCertPath(files.certificate().toString()))
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(files.authority().toString()));
        options.setClientAuth(ClientAuth.REQUEST);
        return listen("MQTT with TLS", parts.settings().tlsPort(), options);
    }

    private MqttServerOptions options() {
        MqttServerOptions options = new MqttServerOptions()
                .setMaxMessageSize(parts.maxMessageBytes())
                .setMaxClientIdLength(65_535)
                .setAutoClientId(false)
                .setTimeoutOnConnect(SECONDS_TO_CONNECT);
        options.setTcpNoDelay(true)
                // For those that ask for no keep-alive of MQTT.
                .setTcpKeepAlive(true);
        return options;
    }

    private int listen(String what, int port, MqttServerOptions options) {
        String host = parts.settings().host();
        options.setHost(host).setPort(port == 0 ? FREE_PORTS.getAndDecrement() : port);
        AtomicInteger actual = new AtomicInteger();
        Future<String> deployment = vertx.deployVerticle(
                () -> context ->
                        new EndpointLoop(parts, options, context).listen().onSuccess(actual::set),
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
        deployments.add(await(deployment, "listening for " + what + " on " + host + ":" + port));
        LOG.info("listening for {} on {}:{}", what, host, actual);
        return actual.get();
    }

    /** Whoever would no longer be let in is sent away at once. To be called whenever that may have changed. */
    public void review() {
        parts.clients().all().stream()
                .filter(connection -> !parts.signIn().holds(connection.identity()))
                .forEach(connection -> connection.parting().sendAway());
    }

    /** Devices that are connected now. */
    public int connections() {
        return parts.clients().size();
    }

    /** The way to all who subscribe here. */
    public Publisher publisher() {
        return (topic, payload, qos, retain) ->
                parts.hub().publish(Publication.ofHouse(topic, payload, Math.min(qos, 1), retain));
    }

    /**
     * Brings a message of QoS 1 to those who subscribe to {@code topic} and are connected now; tells the best that became of it.
     *
     * @param counts by which filters somebody subscribes for whom it is meant
     */
    public CompletionStage<Letter.Ending> deliver(String topic, byte[] payload, Predicate<String> counts) {
        return parts.hub().deliver(Publication.ofHouse(topic, payload, 1, false), counts);
    }

    /** {@code told} is told each filter to which a connected client begins to listen; on any thread, and must return at once. */
    public void whenListening(Consumer<String> told) {
        parts.hub().whenListening(told);
    }

    /** How it is as a broker. */
    public HubSnapshot hub() {
        return parts.hub().snapshot();
    }

    /**
     * Reads no more, acknowledges what was read and is on disk, and closes. Nobody's will is published: it is us who leave. To be
     * closed before the pipeline.
     */
    @Override
    public void close() {
        parts.clients().close();
        try {
            await(each(DeviceConnection::drain), "acknowledging what was received by MQTT");
        } catch (IllegalStateException e) {
            LOG.warn("{}; what was not acknowledged will come again", e.getMessage());
        }
        await(each(connection -> connection.parting().close()), "taking leave of the devices");
        vertx.cancelTimer(sweep);
        await(Future.all(deployments.stream().map(vertx::undeploy).toList()), "closing the MQTT endpoint");
        deployments.clear();
    }

    private Future<Void> each(Function<DeviceConnection, Future<Void>> action) {
        return Future.all(parts.clients().all().stream().map(action).toList()).mapEmpty();
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
