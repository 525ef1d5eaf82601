package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/**
 * One connected device: hands its messages to the pipeline and acknowledges them in order once they are on disk. When too many are
 * under way, or a lane is full, its socket is paused. Runs on the event loop; only {@link #onProgress} is called by the lanes.
 */
final class DeviceConnection {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    private static final int MQTT_5 = 5;

    private final MqttEndpoint endpoint;
    private final DeviceSocket socket;
    private final Session session;
    private final Inlet ingest;
    private final InstantSource clock;
    private final int mostInFlight;
    private final Context eventLoop;
    private final Acknowledgements acknowledgements;
    private final Promise<Void> idle = Promise.promise();
    private int fullLanes;
    private boolean draining;

    DeviceConnection(
            MqttEndpoint endpoint,
            Session session,
            Inlet ingest,
            InstantSource clock,
            int mostInFlight,
            Context eventLoop) {
        this.endpoint = endpoint;
        this.socket = new DeviceSocket(endpoint);
        this.session = session;
        this.ingest = ingest;
        this.clock = clock;
        this.mostInFlight = mostInFlight;
        this.eventLoop = eventLoop;
        this.acknowledgements = new Acknowledgements(new Replies(endpoint)::send, this::onProgress);
        endpoint.publishHandler(this::published);
        endpoint.publishReleaseHandler(this::released);
    }

    String source() {
        return "mqtt:" + endpoint.clientIdentifier();
    }

    Session session() {
        return session;
    }

    boolean isPaused() {
        return socket.isPaused();
    }

    private void published(MqttPublishMessage message) {
        if (message.topicName().isEmpty()) {
            // A topic alias, which we did not offer.
            disconnect(MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID);
            return;
        }
        int packet = message.messageId();
        int qos = message.qosLevel().value();
        CompletableFuture<Outcome> earlier = qos == 2 ? session.unreleased(packet) : null;
        if (earlier != null) {
            acknowledgements.expect(new Delivery(packet, qos, earlier));
        } else {
            receive(message, new Delivery(packet, qos));
        }
        slowDown();
    }

    private void receive(MqttPublishMessage message, Delivery delivery) {
        if (delivery.qos() == 2) {
            session.begin(delivery.packet(), delivery.outcome());
        }
        acknowledgements.expect(delivery);
        byte[] payload = message.payload().getBytes();
        Arrival arrival = new Arrival(
                source(),
                // The client id is taken for the machine: devices have no accounts of their own yet.
                Sender.named(endpoint.clientIdentifier()),
                message.topicName(),
                payload,
                clock.instant(),
                // Nobody can subscribe here yet, so nobody would get it.
                Publisher.NOWHERE,
                delivery.outcome()::complete);
        if (!ingest.receive(arrival, this::laneHasRoom)) {
            fullLanes++;
        }
    }

    private void laneHasRoom() {
        eventLoop.runOnContext(nothing -> {
            fullLanes--;
            speedUp();
        });
    }

    private void released(int packet) {
        session.release(packet);
        endpoint.publishComplete(packet);
    }

    private void slowDown() {
        if (fullLanes > 0 || acknowledgements.inFlight() >= mostInFlight) {
            socket.pause();
            // Some may have been acknowledged between the look and the pause.
            speedUp();
        }
    }

    private void speedUp() {
        if (draining) {
            if (acknowledgements.inFlight() == 0) {
                idle.tryComplete();
            }
        } else if (socket.isPaused() && fullLanes == 0 && acknowledgements.inFlight() <= mostInFlight / 2) {
            socket.resume();
        }
    }

    private void onProgress() {
        if (socket.isPaused() && acknowledgements.inFlight() <= mostInFlight / 2) {
            eventLoop.runOnContext(nothing -> speedUp());
        }
    }

    /** Reads no more; done when everything that was read has been acknowledged. */
    Future<Void> drain() {
        draining = true;
        socket.pause();
        speedUp();
        return idle.future();
    }

    /** Ends the connection; an MQTT 5 device is told why. */
    void disconnect(MqttDisconnectReasonCode reason) {
        try {
            if (endpoint.isConnected() && endpoint.protocolVersion() >= MQTT_5) {
                endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
            } else if (endpoint.isConnected()) {
                endpoint.close();
            }
        } catch (RuntimeException e) {
            // Vert.x answers so when the device was faster.
            LOG.debug("ending the connection of {}: {}", source(), e.toString());
        }
    }
}
