package wrenchline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import wrenchline.config.ModelFiles;
import wrenchline.config.RegisterMap;

/** The compressor of the demo that is asked, as its register map says and byte by byte. */
class PolledControllerTest {

    private static final Path CONFIG = Path.of("../config");
    private static final RegisterMap MAP = Objects.requireNonNull(
            ModelFiles.registerMaps(CONFIG.resolve("models")).get("screw-compressor"));

    private final Recording recording = Recording.read(CONFIG.resolve("demo/telemetry"));
    private final Script script = Script.healthy(recording, 0);

    @Test
    void it_answers_with_what_the_recording_says_in_the_registers_of_its_model() throws IOException {
        ByteBuffer answer = ask(4, 0, 6);
        Recording.Row row = script.row(3);
        assertThat(answer.get()).isEqualTo((byte) 4);
        assertThat(answer.get()).isEqualTo((byte) 12);
        assertThat(answer.getShort() * 0.1).isCloseTo(value(row, "discharge_temp"), within(0.05));
        assertThat(answer.getShort() * 0.01).isCloseTo(value(row, "pressure"), within(0.005));
        int low = Short.toUnsignedInt(answer.getShort());
        int high = answer.getShort();
        assertThat((double) Float.intBitsToFloat(high << 16 | low)).isCloseTo(value(row, "motor_power"), within(0.001));
    }

    @Test
    void it_refuses_what_it_does_not_have_as_the_protocol_says() throws IOException {
        assertThat(ask(3, 0, 1)).as("another table").isEqualTo(ByteBuffer.wrap(new byte[] {(byte) 0x83, 1}));
        assertThat(ask(4, 5, 2)).as("beyond the last").isEqualTo(ByteBuffer.wrap(new byte[] {(byte) 0x84, 2}));
    }

    private static Offset<Double> within(double distance) {
        return Offset.offset(distance);
    }

    private static double value(Recording.Row row, String metric) {
        return Kind.SCREW_COMPRESSOR.channels().stream()
                .filter(channel -> channel.metric().equals(metric))
                .findFirst()
                .map(row::value)
                .orElseThrow();
    }

    /** The answer behind its header, which must be that of the request. */
    private ByteBuffer ask(int function, int address, int count) throws IOException {
        try (PolledController controller = new PolledController(0, Kind.SCREW_COMPRESSOR, MAP, script, () -> 3);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), controller.port())) {
            byte[] request = {0, 9, 0, 0, 0, 6, 1, (byte) function, 0, (byte) address, 0, (byte) count};
            socket.getOutputStream().write(request);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(7));
            assertThat(header.getInt(0)).isEqualTo(9 << 16);
            assertThat(header.get(6)).isEqualTo((byte) 1);
            return ByteBuffer.wrap(in.readNBytes(header.getShort(4) - 1));
        }
    }
}
