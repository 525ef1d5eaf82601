package wrenchline.gateway.detecting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Devices;

/**
 * Notes which machines were heard, so that unknown ones are entered too. A database row each, hence not for every message, and many
 * rows in one write. Owned by one thread.
 */
public final class Heard {

    private static final Logger LOG = LoggerFactory.getLogger(Heard.class);
    private static final int MOST_MACHINES = 20_000;

    private final Devices devices;
    private final Duration every;
    private final Map<EquipmentId, Instant> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EquipmentId, Instant> eldest) {
            return size() > MOST_MACHINES;
        }
    };

    private final Map<EquipmentId, Instant> unwritten = new HashMap<>();

    public Heard(Devices devices, Duration every) {
        this.devices = devices;
        this.every = every;
    }

    void note(EquipmentId equipment, Instant at) {
        Instant last = noted.get(equipment);
        if (last != null && at.isBefore(last.plus(every))) {
            return;
        }
        // To the end: the first are those that were not noted for longest.
        noted.remove(equipment);
        noted.put(equipment, at);
        unwritten.put(equipment, at);
    }

    /** Writes down what was noted since the last time. */
    void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            devices.heard(unwritten);
            unwritten.clear();
        } catch (RuntimeException e) {
            // Not worth stopping the readings for: it is tried again with what comes.
            LOG.warn("noting which machines were heard", e);
        }
    }
}
