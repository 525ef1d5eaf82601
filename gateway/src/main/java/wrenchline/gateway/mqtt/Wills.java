package wrenchline.gateway.mqtt;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/** Publishes what devices left to be said when they vanish, through the same pipeline. Used on the event loop alone. */
final class Wills {

    private final Vertx vertx;
    private final Inlet ingest;
    private final InstantSource clock;
    private final Map<String, Long> delayed = new HashMap<>();

    Wills(Vertx vertx, Inlet ingest, InstantSource clock) {
        this.vertx = vertx;
        this.ingest = ingest;
        this.clock = clock;
    }

    /** {@code endpoint} ended without a farewell. */
    void execute(MqttEndpoint endpoint) {
        if (!endpoint.will().isWillFlag()) {
            return;
        }
        String client = endpoint.clientIdentifier();
        Duration delay = Handshake.willDelay(endpoint);
        if (delay.isZero()) {
            publish(client, endpoint.will());
        } else {
            delayed.put(client, vertx.setTimer(delay.toMillis(), timer -> {
                delayed.remove(client);
                publish(client, endpoint.will());
            }));
        }
    }

    /** {@code client} is back before its will was due. */
    void forget(String client) {
        Long timer = delayed.remove(client);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    private void publish(String client, MqttWill will) {
        @Nullable Buffer message = will.getWillMessage();
        byte[] payload = message == null ? new byte[0] : message.getBytes();
        // There is nobody to acknowledge to, and nobody to slow down.
        ingest.receive(
                new Arrival(
                        "mqtt:" + client + " (will)",
                        Sender.named(client),
                        will.getWillTopic(),
                        payload,
                        clock.instant(),
                        Publisher.NOWHERE,
                        outcome -> {}),
                () -> {});
    }
}
