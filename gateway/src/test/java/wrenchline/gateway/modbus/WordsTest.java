package wrenchline.gateway.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.config.Register;
import wrenchline.config.Register.Table;
import wrenchline.config.Register.WordOrder;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"3, 0.1, 0, 0.3", "203, 0.1, 0, 20.3", "-15, 0.1, 0.7, -0.8", "787, 0.01, 0, 7.87"})
    void a_scaled_value_is_the_decimal_number_that_the_map_means(
            short word, double scale, double offset, double value) {
        byte[] answer = ByteBuffer.allocate(2).putShort(word).array();
        assertThat(Words.value(register(Register.Type.INT16, scale, offset), new Block(Table.INPUT, 0, 1), answer))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"14.94936, 14.94936", "0.1, 0.1", "NaN, NaN", "Infinity, Infinity"})
    void a_number_of_32_bits_is_the_decimal_number_that_the_controller_means(float single, Double value) {
        byte[] answer = ByteBuffer.allocate(4).putFloat(single).array();
        assertThat(Words.value(register(Register.Type.FLOAT32, 1, 0), new Block(Table.INPUT, 0, 2), answer))
                .isEqualTo(value);
    }

    private static Register register(Register.Type type, double scale, double offset) {
        return new Register("metric", Table.INPUT, 0, type, WordOrder.HIGH_FIRST, 0, scale, offset);
    }
}
