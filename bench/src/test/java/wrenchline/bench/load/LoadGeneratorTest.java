package wrenchline.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    /** Payloads in the order in which they came. */
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Test
    void every_message_is_counted_once_and_is_the_next_of_its_machine() throws Exception {
        List<Machine> machines = Load.machines("m", 4);
        LoadResult result = runAgainst(received -> true, machines, Load.FLAT_OUT);
        assertThat(result.acknowledged()).isEqualTo(received.size()).isPositive();
        for (Machine machine : machines) {
            assertThat(machine.acknowledged().cardinality())
                    .isEqualTo(machine.published())
                    .isEqualTo(machine.acknowledged().length());
        }
        long seq = Machine.firstSeq();
        for (String payload :
                received.stream().filter(text -> text.startsWith("m-00002")).toList()) {
            assertThat(payload).contains("\"seq\": " + seq++ + ",").endsWith("}}");
        }
    }

    @Test
    void a_paced_load_sends_no_more_than_is_due() throws Exception {
        LoadResult result = runAgainst(received -> true, Load.machines("m", 2), 500);
        assertThat(result.acknowledged()).isBetween(1L, 100L);
    }

    @Test
    void what_was_not_acknowledged_is_not_counted() {
        List<Machine> machines = Load.machines("m", 1);
        assertThatThrownBy(() -> runAgainst(received -> received < 7, machines, Load.FLAT_OUT))
                .isInstanceOf(IOException.class);
        assertThat(machines.getFirst().acknowledged().cardinality()).isEqualTo(7);
    }

    /** @param acknowledges whether the message is acknowledged that comes after so many; the connection ends where it is not */
    private LoadResult runAgainst(IntPredicate acknowledges, List<Machine> machines, double rate) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                while (!server.isClosed()) {
                    try {
                        Socket socket = server.accept();
                        Thread.startVirtualThread(() -> serve(socket, acknowledges));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            Load load = Load.to("127.0.0.1", server.getLocalPort(), "user", "secret");
            try (LoadGenerator generator = LoadGenerator.connect(load.with(2, 20, rate), machines)) {
                return generator.run(SHORT, () -> true);
            }
        }
    }

    private void serve(Socket socket, IntPredicate acknowledges) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            packet(in);
            out.write(new byte[] {0x20, 2, 0, 0});
            for (int count = 0; acknowledges.test(count); count++) {
                byte[] body = packet(in);
                int topic = body[1];
                received.add(new String(body, 2 + "equipment/".length(), body.length - 12, UTF_8));
                out.write(new byte[] {0x40, 2, body[topic + 2], body[topic + 3]});
            }
            // Closing would reset the connection, and acknowledgements on their way might be lost.
            socket.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // The generator has what it wanted.
        }
    }

    private static byte[] packet(DataInputStream in) throws IOException {
        in.readByte();
        int length = 0;
        int digit;
        int shift = 0;
        do {
            digit = in.readByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit < 0);
        return in.readNBytes(length);
    }
}
