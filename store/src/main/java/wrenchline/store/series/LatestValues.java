package wrenchline.store.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Reading;

/** The newest value of every metric, kept in memory so that asking for it costs nothing. */
final class LatestValues {

    private final Map<EquipmentId, Map<String, Latest>> values = new ConcurrentHashMap<>();

    /** Takes notice of {@code reading}; an older one changes nothing. */
    void see(Reading reading) {
        Map<String, Latest> metrics = values.computeIfAbsent(reading.equipment(), _ -> new ConcurrentHashMap<>());
        reading.values().forEach((metric, value) -> {
            Latest latest = new Latest(reading.equipment(), metric, reading.at(), value);
            metrics.merge(metric, latest, LatestValues::newer);
        });
    }

    private static Latest newer(Latest known, Latest seen) {
        Instant at = seen.at();
        return at.isBefore(known.at()) ? known : seen;
    }

    List<Latest> all() {
        return values.values().stream()
                .flatMap(metrics -> metrics.values().stream())
                .toList();
    }
}
