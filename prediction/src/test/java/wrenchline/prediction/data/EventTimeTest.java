package wrenchline.prediction.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    private static final Instant AT = Instant.parse("2014-04-01T00:05:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-04-01 00:05:00",
                "2014-04-01T00:05",
                "2014-04-01T00:05:00Z",
                "2014-04-01 00:05:00 UTC",
                "2014-04-01T02:05:00+02:00",
                "2014-04-01T02:05:00+0200",
                "2014-04-01 00:05:00.000",
                "2014/04/01 00:05:00",
                "2014/4/1 0:05",
                "2014-4-1 0:5:00",
                "01.04.2014 00:05:00",
                "20140401T000500",
                "1396310700",
                "1396310700.0",
                "1396310700000",
                "1396310700000000",
                "1396310700000000000",
                "1.3963107E9"
            })
    void the_same_moment_is_read_however_it_is_written(String text) {
        assertThat(EventTime.of(text)).isEqualTo(AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "04/01/2014 00:05", "2014-13-01", "NaN", "1e40", "0x10"})
    void what_is_none_or_could_be_two_is_none(String text) {
        assertThat(EventTime.of(text)).isNull();
    }

    @Test
    void a_date_alone_is_its_first_moment() {
        assertThat(EventTime.of("2014-04-01")).isEqualTo(Instant.parse("2014-04-01T00:00:00Z"));
        assertThat(EventTime.of("2014/4/1")).isEqualTo(Instant.parse("2014-04-01T00:00:00Z"));
    }
}
