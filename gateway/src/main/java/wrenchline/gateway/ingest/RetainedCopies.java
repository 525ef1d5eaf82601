package wrenchline.gateway.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.PayloadDecoder;

/**
 * What a broker retains it brings at each subscription. A reading in it that has no time of its own would be a new one each time: when
 * it says no more than the history has as the newest, it is the copy of what came before, and is only acknowledged.
 */
public final class RetainedCopies implements Inlet {

    private static final Logger LOG = LoggerFactory.getLogger(RetainedCopies.class);

    /** They come together, one for each machine. */
    private static final Duration GLANCE = Duration.ofSeconds(5);

    private final Inlet inlet;
    private final Ingest ingest;
    private final PayloadDecoder decoder;
    private final Readings history;
    private Map<EquipmentId, Map<String, Double>> newest = Map.of();
    private long looked = System.nanoTime() - GLANCE.toNanos();

    /** @param inlet for all that is no copy of what is in {@code history} */
    public RetainedCopies(Inlet inlet, Ingest ingest, PayloadDecoder decoder, Readings history) {
        this.inlet = inlet;
        this.ingest = ingest;
        this.decoder = decoder;
        this.history = history;
    }

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        Decoded decoded = decoder.decode(arrival.topic(), arrival.payload(), arrival.received());
        boolean isCopy = decoded instanceof Decoded.Telemetry(var unused, var readings, var fault)
                && fault.isEmpty()
                && readings.stream().allMatch(this::isCopy);
        return isCopy ? ingest.receive(arrival, List.of(), whenRoom) : inlet.receive(arrival, whenRoom);
    }

    private boolean isCopy(Reading reading) {
        return !reading.isDated()
                && newest().getOrDefault(reading.equipment(), Map.of())
                        .entrySet()
                        .containsAll(reading.values().entrySet());
    }

    private synchronized Map<EquipmentId, Map<String, Double>> newest() {
        if (System.nanoTime() - looked >= GLANCE.toNanos()) {
            try {
                newest = look();
                looked = System.nanoTime();
            } catch (HistoryUnavailable away) {
                LOG.warn("retained readings cannot be compared with the history: {}", away.getMessage());
                newest = Map.of();
            }
        }
        return newest;
    }

    private Map<EquipmentId, Map<String, Double>> look() {
        Map<EquipmentId, Map<String, Double>> values = new HashMap<>();
        for (Latest latest : history.latest()) {
            values.computeIfAbsent(latest.equipment(), first -> new HashMap<>()).put(latest.metric(), latest.value());
        }
        return values;
    }
}
