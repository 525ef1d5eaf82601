package wrenchline.prediction.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventClockTest {

    private final EventClock clock = new EventClock();

    @Test
    void late_and_repeated_readings_do_not_pass() {
        assertThat(clock.passes(1000)).isTrue();
        assertThat(clock.passes(1000)).isFalse();
        assertThat(clock.passes(999)).isFalse();
        assertThat(clock.passes(1001)).isTrue();
        assertThat(clock.age()).isEqualTo(1);
    }

    @Test
    void one_reading_from_the_future_stops_the_watch_for_a_while_only() {
        clock.passes(1000);
        clock.passes(1_000_000);

        assertThat(LongStream.range(1001, 1100).anyMatch(clock::passes)).isFalse();
        assertThat(clock.passes(1100)).isTrue();
        assertThat(clock.passes(1101)).isTrue();
    }
}
