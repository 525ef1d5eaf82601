package wrenchline.gateway.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Sequence sequence = new Sequence(Duration.ofSeconds(2));

    @Test
    void it_counts_to_255_and_begins_again() {
        sequence.begin(0);
        for (int message = 1; message < 1000; message++) {
            sequence.heard(message % 256, NOW);
            assertThat(sequence.isBroken(NOW.plusSeconds(60))).isFalse();
        }
    }

    @Test
    void a_gap_breaks_it_when_its_time_is_over() {
        heard(0, 1, 2, 4);
        assertThat(sequence.isBroken(NOW.plusMillis(1999))).isFalse();
        assertThat(sequence.isBroken(NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void what_comes_late_but_in_time_fills_the_gap() {
        heard(254, 255, 2, 1, 3, 0, 4);
        assertThat(sequence.isBroken(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void a_gap_that_is_filled_in_part_stays_one() {
        heard(0, 4, 2, 3);
        assertThat(sequence.isBroken(NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void a_number_that_is_neither_new_nor_missing_breaks_it_at_once() {
        heard(0, 1, 2, 1);
        assertThat(sequence.isBroken(NOW)).isTrue();
    }

    @Test
    void a_message_without_a_number_or_with_an_impossible_one_breaks_it() {
        heard(0, Payload.NONE);
        assertThat(sequence.isBroken(NOW)).isTrue();
        heard(0, 256);
        assertThat(sequence.isBroken(NOW)).isTrue();
    }

    @Test
    void a_birth_makes_it_whole_again() {
        heard(0, 1, 9);
        sequence.begin(0);
        sequence.heard(1, NOW);
        assertThat(sequence.isBroken(NOW.plusSeconds(60))).isFalse();
    }

    private void heard(long birth, long... numbers) {
        sequence.begin(birth);
        for (long number : numbers) {
            sequence.heard(number, NOW);
        }
    }
}
