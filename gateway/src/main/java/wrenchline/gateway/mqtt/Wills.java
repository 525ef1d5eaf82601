package wrenchline.gateway.mqtt;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/** Publishes what devices left to be said when they vanish, through the same pipeline. Used by all event loops. */
final class Wills {

    private final Vertx vertx;
    private final InstantSource clock;
    private final Map<String, Delayed> delayed = new ConcurrentHashMap<>();

    private record Delayed(MqttWill will, Duration delay, Sender sender, Inlet inlet) {}

    Wills(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
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
                                outcome -> {}),
                        () -> {});
    }
}
