package wrenchline.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;

class ReadingTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void digest_is_the_one_that_is_on_disk_since_the_beginning() {
        assertThat(reading(17, Map.of("oil_temp", 61.2, "油压", 148.0)).digest()).isEqualTo(265999159458879970L);
    }

    @Test
    void digest_is_of_what_was_sent_and_not_of_its_order_or_arrival() {
        Map<String, Double> one = new LinkedHashMap<>();
        one.put("a", 1.0);
        one.put("b", 2.0);
        Map<String, Double> other = new LinkedHashMap<>();
        other.put("b", 2.0);
        other.put("a", 1.0);
        Reading later = new Reading(new EquipmentId("lift-1"), AT, AT.plusSeconds(9), 1, other);
        assertThat(reading(1, one).digest()).isEqualTo(later.digest());
    }

    @Test
    void digest_tells_counter_names_and_values_apart() {
        Set<Long> digests = new HashSet<>();
        for (int seq = -1; seq < 20; seq++) {
            for (int value = 0; value < 20; value++) {
                digests.add(reading(seq, Map.of("a", 1.0 * value)).digest());
                digests.add(reading(seq, Map.of("b", 1.0 * value)).digest());
                digests.add(reading(seq, Map.of("a", 0.5, "b", 1.0 * value)).digest());
                digests.add(reading(seq, Map.of("b", 0.5, "a", 1.0 * value)).digest());
            }
        }
        assertThat(digests).hasSize(21 * 20 * 4);
    }

    @Test
    void times_are_whole_microseconds() {
        Instant fine = Instant.parse("2026-03-01T08:00:00.123456789Z");
        Reading reading = new Reading(new EquipmentId("lift-1"), fine, fine, 1, Map.of("a", 1.0));
        assertThat(reading.at()).isEqualTo(Instant.parse("2026-03-01T08:00:00.123456Z"));
        assertThat(reading.received()).isEqualTo(reading.at());
    }

    private static Reading reading(long seq, Map<String, Double> values) {
        return new Reading(new EquipmentId("lift-1"), AT, AT, seq, values);
    }
}
