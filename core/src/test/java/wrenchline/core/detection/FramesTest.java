package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final Frames frames = new Frames(List.of("a", "b"), Duration.ofSeconds(1));

    @Test
    void a_whole_reading_leaves_at_once_and_only_one_in_each_span() {
        on(0, Map.of("a", 1.0, "b", 1.0));
        on(1, Map.of("a", 2.0, "b", 2.0));
        assertThat(on(2, Map.of("a", 3.0, "b", 4.0))).singleElement().satisfies(frame -> {
            assertThat(Times.instant(frame.at())).isEqualTo(Lift.START.plusSeconds(2));
            assertThat(frame.values()).containsExactly(3, 4);
        });
        assertThat(on(2, Map.of("a", 9.0, "b", 9.0))).as("again").isEmpty();
        assertThat(on(1, Map.of("a", 9.0, "b", 9.0))).as("late").isEmpty();
    }

    @Test
    void metrics_that_come_in_messages_of_their_own_are_put_together() {
        on(0, Map.of("a", 1.0));
        on(0, Map.of("b", 1.0));
        on(1, Map.of("a", 2.0));
        assertThat(on(1, Map.of("b", 3.0)))
                .singleElement()
                .satisfies(frame -> assertThat(frame.values()).containsExactly(2, 3));
    }

    @Test
    void one_that_is_missing_is_waited_for_until_the_next_moment() {
        on(0, Map.of("a", 1.0, "b", 1.0));
        on(1, Map.of("a", 1.0, "b", 1.0));
        assertThat(on(2, Map.of("a", 5.0))).isEmpty();
        assertThat(on(3, Map.of("a", 6.0, "b", 6.0))).hasSize(2).first().satisfies(frame -> {
            assertThat(Times.instant(frame.at())).isEqualTo(Lift.START.plusSeconds(2));
            assertThat(frame.values()).containsExactly(5, Double.NaN);
        });
    }

    private List<Frames.Frame> on(long second, Map<String, Double> values) {
        return frames.on(Lift.at(second, values));
    }
}
