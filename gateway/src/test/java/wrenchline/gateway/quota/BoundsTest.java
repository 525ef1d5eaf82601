package wrenchline.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.payload.Decoded;

class BoundsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final Bounds bounds = new Bounds(Site.QUOTAS);

    @Test
    void metrics_beyond_the_quota_are_quarantined_and_the_others_kept() {
        assertThat(check("bounded", Map.of("a", 1.0, "b", 2.0))).isInstanceOf(Decoded.Telemetry.class);
        assertThat(check("bounded", Map.of("a", 3.0, "c", 4.0)))
                .isInstanceOfSatisfying(Decoded.Telemetry.class, kept -> {
                    assertThat(kept.readings()).extracting(Reading::values).containsExactly(Map.of("a", 3.0));
                    assertThat(kept.fault()).isEqualTo("'c' is more than the 2 metrics that its quota allows");
                });
        assertThat(check("bounded", Map.of("c", 4.0))).isInstanceOf(Decoded.Rejected.class);
        assertThat(check("other", Map.of("a", 1.0, "b", 2.0, "c", 4.0)))
                .isInstanceOfSatisfying(
                        Decoded.Telemetry.class,
                        kept -> assertThat(kept.fault()).isEmpty());
    }

    @Test
    void a_payload_beyond_the_quota_is_quarantined() {
        Decoded reading = telemetry("bounded", Map.of("a", 1.0));
        assertThat(bounds.check(List.of(reading), 1_000)).containsExactly(reading);
        assertThat(bounds.check(List.of(reading), 1_001))
                .containsExactly(new Decoded.Rejected(
                        Decoded.Fault.PAYLOAD, "1001 bytes are more than the 1000 that the quota of bounded allows"));
    }

    private Decoded check(String equipment, Map<String, Double> values) {
        return bounds.check(List.of(telemetry(equipment, values)), 100).getFirst();
    }

    private static Decoded telemetry(String equipment, Map<String, Double> values) {
        EquipmentId id = new EquipmentId(equipment);
        return new Decoded.Telemetry(id, List.of(new Reading(id, AT, AT, Reading.NO_SEQ, values)), "");
    }
}
