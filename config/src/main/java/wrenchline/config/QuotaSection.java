package wrenchline.config;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import wrenchline.core.equipment.EquipmentId;

/** Reads {@code quotas} of {@code wrenchline.yaml}; all of it may be left out. */
final class QuotaSection {

    private static final Quota USUAL = new Quota(2_000, 2 << 20, Duration.ofSeconds(10), 500, 0);
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private QuotaSection() {}

    static QuotaSettings read(Section section) {
        Quota usual = quota(section, USUAL);
        Map<EquipmentId, Quota> machines =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        section.sectionsByName("machines", (id, own) -> {
            if (EquipmentId.isValid(id)) {
                machines.put(new EquipmentId(id), quota(own, usual));
            } else {
                own.problem("'quotas.machines." + id + "' is no equipment id");
            }
        });
        section.close();
        return new QuotaSettings(usual, machines);
    }

    private static Quota quota(Section section, Quota otherwise) {
        Duration burst = section.duration("burst", otherwise.burst());
        if (burst.compareTo(SHORTEST) < 0) {
            section.problem("a 'burst' is at least 100ms");
        }
        return new Quota(
                section.integer("messagesPerSecond", 0, 1_000_000, otherwise.messages()),
                section.integer("bytesPerSecond", 0, Integer.MAX_VALUE, otherwise.bytes()),
                burst,
                section.integer("metrics", 0, 1_000_000, otherwise.metrics()),
                section.integer("payloadBytes", 0, Integer.MAX_VALUE, otherwise.payloadBytes()));
    }
}
