package wrenchline.gateway.thingsboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Devices;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.payload.Sender;

/**
 * Takes the messages of ThingsBoard's topics into the pipeline, and answers a device that asks for its attributes. The answer is
 * published where the question came from.
 */
public final class ThingsBoardTopics implements Inlet {

    /** What these topics begin with. */
    public static final String ROOT = "v1/";

    private static final Logger LOG = LoggerFactory.getLogger(ThingsBoardTopics.class);
    private static final String REQUEST = "v1/devices/me/attributes/request/";
    private static final String RESPONSE = "v1/devices/me/attributes/response/";
    private static final int ANSWERS_AT_ONCE = 8;

    private final TopicDecoder decoder;
    private final Ingest ingest;
    private final Devices devices;
    private final Semaphore answering = new Semaphore(ANSWERS_AT_ONCE);

    public ThingsBoardTopics(Ingest ingest, Devices devices, int maxPayloadBytes) {
        this.decoder = new TopicDecoder(maxPayloadBytes);
        this.ingest = ingest;
        this.devices = devices;
    }

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        if (arrival.topic().startsWith(REQUEST)
                && arrival.sender() instanceof Sender.Machine(var equipment, var unused)) {
            answer(arrival, equipment);
            return ingest.receive(arrival, List.of(), whenRoom);
        }
        return ingest.receive(
                arrival,
                decoder.decode(arrival.sender(), arrival.topic(), arrival.payload(), arrival.received()),
                whenRoom);
    }

    /** Not on the thread of the source: it takes a look into the database. */
    private void answer(Arrival arrival, EquipmentId equipment) {
        if (!answering.tryAcquire()) {
            LOG.info("{} is not told its attributes: too many ask at once", equipment);
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                String id = arrival.topic().substring(REQUEST.length());
                String answer = AttributeRequest.of(arrival.payload()).answer(devices.attributes(equipment));
                arrival.origin().publish(RESPONSE + id, answer.getBytes(UTF_8), 1, false);
            } catch (RuntimeException e) {
                LOG.warn("telling {} its attributes: {}", equipment, e.toString());
            } finally {
                answering.release();
            }
        });
    }
}
