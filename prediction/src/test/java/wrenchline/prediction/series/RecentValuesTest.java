package wrenchline.prediction.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentValuesTest {

    private static final int WINDOW = 32;
    private static final int GAP = 15;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 511, 512, 700, 1024})
    void what_was_restored_goes_on_exactly_like_what_was_written(int count) throws Exception {
        RecentValues written = of(values(count));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.write(new DataOutputStream(bytes));
        RecentValues restored = read(bytes);
        for (double value : values(1_200)) {
            assertThat(restored.contrast(WINDOW, GAP)).isEqualTo(Double.valueOf(written.contrast(WINDOW, GAP)));
            written.add(value);
            restored.add(value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300, 700})
    void what_an_earlier_version_wrote_is_understood(int count) throws Exception {
        double[] values = values(count);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(count);
        for (int i = Math.max(0, count - 512); i < count; i++) {
            out.writeDouble(values[i]);
        }
        RecentValues restored = read(bytes);
        RecentValues expected = of(values);
        for (double value : values(1_200)) {
            expected.add(value);
            restored.add(value);
            if (!Double.isNaN(expected.contrast(WINDOW, GAP))) {
                assertThat(restored.contrast(WINDOW, GAP)).isCloseTo(expected.contrast(WINDOW, GAP), within(1e-9));
            }
        }
    }

    private static RecentValues of(double[] values) {
        RecentValues made = new RecentValues();
        DoubleStream.of(values).forEach(made::add);
        return made;
    }

    private static double[] values(int count) {
        return new Random(count).doubles(count, -50, 50).toArray();
    }

    private static RecentValues read(ByteArrayOutputStream bytes) throws IOException {
        return RecentValues.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
