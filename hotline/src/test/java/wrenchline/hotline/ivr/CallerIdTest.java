package wrenchline.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerIdTest {

    @ParameterizedTest
    @CsvSource({"13900000001, 13900000001", "+8613900000001, 13900000001", "id10186, ''", "anonymous, ''", "'', ''"})
    void only_a_plain_number_is_called_back(String said, String number) {
        assertThat(CallerId.number(said)).isEqualTo(number);
    }
}
