package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.mqtt.hub.Publication;
import wrenchline.gateway.payload.Sender;

/** Publishes what devices left to be said when they vanish, through the same pipeline. Used by all event loops. */
final class Wills {

    private final Vertx vertx;
    private final Hub hub;
    private final InstantSource clock;
    private final Map<String, Delayed> delayed = new ConcurrentHashMap<>();

    private record Delayed(MqttWill will, Duration delay, Sender sender, Inlet inlet) {}

    Wills(Vertx vertx, Hub hub, InstantSource clock) {
        this.vertx = vertx;
        this.hub = hub;
        this.clock = clock;
    }

    /** The connection {@code endpoint} of {@code client} ended without a farewell. */
    void execute(String client, MqttEndpoint endpoint, Sender sender, Inlet inlet) {
        if (!endpoint.will().isWillFlag()) {
            return;
        }
        Delayed will = new Delayed(endpoint.will(), Handshake.willDelay(endpoint), sender, inlet);
        if (will.delay().isZero()) {
            publish(client, will);
        } else {
            delayed.put(client, will);
            vertx.setTimer(will.delay().toMillis(), timer -> due(client, will));
        }
    }

    /** {@code client} is back in its session before its will was due. */
    void forget(String client) {
        delayed.remove(client);
    }

    /** The session of {@code client} has ended, and no will outlives its session. */
    void hurry(String client) {
        Delayed will = delayed.get(client);
        if (will != null) {
            due(client, will);
        }
    }

    private void due(String client, Delayed will) {
        // Whoever takes it out publishes it.
        if (delayed.remove(client, will)) {
            publish(client, will);
        }
    }

    private void publish(String client, Delayed delayed) {
        MqttWill will = delayed.will();
        @Nullable Buffer message = will.getWillMessage();
        byte[] payload = message == null ? new byte[0] : message.getBytes();
        Publication publication = Publication.of(
                new DeviceTopics(delayed.sender()).inward(will.getWillTopic()),
                payload,
                will.getWillQos(),
                will.isWillRetain(),
                client,
                forwarded(will.getWillProperties()));
        // There is nobody to acknowledge to, and nobody to slow down.
        delayed.inlet()
                .receive(
                        new Arrival(
                                "mqtt:" + client + " (will)",
                                delayed.sender(),
                                will.getWillTopic(),
                                payload,
                                clock.instant(),
                                Publisher.NOWHERE,
                                outcome -> tell(publication, outcome)),
                        () -> {});
    }

    private void tell(Publication publication, Outcome outcome) {
        if (outcome == Outcome.KEPT) {
            hub.publish(publication);
        }
    }

    /** Those of the message; the delay is between the client and us. */
    private static MqttProperties forwarded(@Nullable MqttProperties properties) {
        MqttProperties forwarded = new MqttProperties();
        if (properties != null) {
            properties.listAll().stream()
                    .filter(property -> property.propertyId() != MqttProperties.WILL_DELAY_INTERVAL)
                    .forEach(forwarded::add);
        }
        return forwarded;
    }
}
