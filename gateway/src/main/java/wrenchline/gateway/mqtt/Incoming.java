package wrenchline.gateway.mqtt;

import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Acknowledgement;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.mqtt.hub.Publication;
import wrenchline.gateway.sparkplug.SparkplugHost;

/** What a client that was let in publishes, on its way into the pipeline. Runs on its event loop, except where it says otherwise. */
final class Incoming {

    private final Bell bell;
    private final EndpointParts parts;
    private final Speaker speaker;
    private final Session session;
    private final Intake intake;
    private final Runnable whenRoom = this::pipelineHasRoom;
    private final AtomicInteger refusals = new AtomicInteger();

    Incoming(Bell bell, EndpointParts parts, Speaker speaker, Session session, Intake intake) {
        this.bell = bell;
        this.parts = parts;
        this.speaker = speaker;
        this.session = session;
        this.intake = intake;
    }

    /** Takes {@code message} in any case. */
    void take(MqttPublishMessage message) {
        Receipt earlier = message.qosLevel().value() == 2 ? session.unreleased(message.messageId()) : null;
        if (earlier != null) {
            intake.expect(earlier);
            earlier.awaitedBy(bell);
        } else {
            receive(message);
        }
    }

    /** Whether too many are under way, or the pipeline has no room for more. */
    boolean isFull() {
        return !pipelineTakes() || intake.isFull();
    }

    /** Whether the pipeline has room. */
    boolean pipelineTakes() {
        return refusals.get() <= 0;
    }

    /** From any thread. */
    private void pipelineHasRoom() {
        refusals.decrementAndGet();
        bell.ring();
    }

    private void receive(MqttPublishMessage message) {
        byte[] payload = message.payload().getBytes();
        int qos = message.qosLevel().value();
        Publication publication = publication(message, qos, payload);
        Receipt receipt = new Receipt(bell, message.messageId(), qos, payload.length, publication);
        Acknowledgement acknowledgement =
                publication != null && message.isRetain() ? new Retaining(parts.hub(), publication, receipt) : receipt;
        if (qos == 2) {
            session.begin(receipt);
        }
        intake.expect(receipt);
        if (isClearing(message, payload)) {
            acknowledgement.settled(Outcome.KEPT);
            return;
        }
        Arrival arrival = new Arrival(
                speaker.source(),
                speaker.sender(),
                message.topicName(),
                payload,
                parts.clock().instant(),
                this::publishBack,
                acknowledgement);
        if (!speaker.inlet().receive(arrival, whenRoom)) {
            refusals.incrementAndGet();
        }
    }

    /** What others are told of {@code message}; null when nobody would hear it. */
    private @Nullable Publication publication(MqttPublishMessage message, int qos, byte[] payload) {
        return message.isRetain() || parts.hub().hasSubscribers()
                ? Publication.of(
                        speaker.topics().inward(message.topicName()),
                        payload,
                        qos,
                        message.isRetain(),
                        speaker.client(),
                        message.properties())
                : null;
    }

    /** Whether it only takes back what is retained: that says nothing that could be kept. */
    private boolean isClearing(MqttPublishMessage message, byte[] payload) {
        return message.isRetain()
                && payload.length == 0
                && !SparkplugHost.isStateOfHost(message.topicName())
                && speaker.identity().publishing().mayPublish(message.topicName());
    }

    private void publishBack(String topic, byte[] payload, int qos, boolean retain) {
        parts.hub().publish(Publication.ofHouse(speaker.topics().inward(topic), payload, Math.min(qos, 1), retain));
    }
}
