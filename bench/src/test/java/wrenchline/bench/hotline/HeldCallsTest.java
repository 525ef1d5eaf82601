package wrenchline.bench.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldCallsTest {

    private final List<String> rows = new ArrayList<>();

    @Test
    void what_is_held_ends_where_two_slices_in_a_row_fail() {
        for (int second = 0; second < 30; second++) {
            call(second, second == 7 ? 3 : 0.5, second < 20);
        }
        HeldCalls.Result result = HeldCalls.of(rows.stream());
        assertThat(result.failed()).isTrue();
        assertThat(result.atOnce()).as("each lasts ten seconds").isEqualTo(10);
        assertThat(result.calls()).isEqualTo(30);
        assertThat(result.through()).isEqualTo(20);
        assertThat(result.median()).isEqualTo(500);
        assertThat(result.ninetyNine()).isEqualTo(3000);
    }

    @Test
    void callers_who_wait_too_long_for_a_word_are_not_held() {
        for (int second = 0; second < 20; second++) {
            call(second, second < 10 ? 0.5 : 2.5, true);
        }
        assertThat(HeldCalls.of(rows.stream()).failed()).isTrue();
    }

    @Test
    void whoever_hears_that_all_lines_are_busy_is_turned_away_and_neither_lost_nor_held() {
        for (int second = 0; second < 20; second++) {
            row("CHAN_START", second, "c" + second, "");
            row("STREAM_BEGIN", second, "c" + second, "all-busy");
        }
        HeldCalls.Result result = HeldCalls.of(rows.stream());
        assertThat(result.failed()).isFalse();
        assertThat(result.turnedAway()).isEqualTo(20);
        assertThat(result.atOnce()).isZero();
    }

    private void call(double began, double wait, boolean through) {
        String channel = "c" + began;
        row("CHAN_START", began, channel, "");
        row("STREAM_BEGIN", began + wait, channel, "welcome");
        if (through) {
            row("STREAM_BEGIN", began + 9, channel, "goodbye");
        }
        row("CHAN_END", began + 10, channel, "");
    }

    private void row(String type, double at, String channel, String sound) {
        rows.add(
                "\"%s\",\"%.6f\",\"%s\",\"%s\",\"139\",\"400\",\"hotline\",\"\",\"\",\"\",\"\",\"{\"\"sound\"\":\"\"%s\"\"}\""
                        .formatted(type, 1_795_451_367 + at, channel, channel, sound));
    }
}
