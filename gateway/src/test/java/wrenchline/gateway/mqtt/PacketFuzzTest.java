package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.reading.Ledger;
import wrenchline.gateway.Site;

/** Packets that are valid but for a little harm no other device, and the books balance whatever was understood of them. */
class PacketFuzzTest {

    private static final int ROUNDS = 300;
    private static final String TELEMETRY = "equipment/lift-02/telemetry";

    private final EndpointFixture fixture = new EndpointFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest(name = "version {0}, seed {1}")
    @CsvSource({"4, 1", "4, 2", "5, 3", "5, 4"})
    void nearly_valid_packets_harm_no_other_device_and_the_books_balance(int version, long seed) throws Exception {
        Random random = new Random(seed);
        MqttAsyncClient good = fixture.device("lift-01");
        for (int round = 1; round <= ROUNDS; round++) {
            byte[] conversation = nearlyValid(conversation(new RawPackets(version), round), random);
            try (RawDevice bad = new RawDevice(fixture.port, version)) {
                bad.raw(conversation);
                if (round % 10 == 0) {
                    good.publish("equipment/lift-01/telemetry", EndpointFixture.reading(round), 1, false)
                            .waitForCompletion(TimeUnit.SECONDS.toMillis(20));
                }
            } catch (IOException cut) {
                // In the middle of the conversation: its right.
                assertThat(good.isConnected()).isTrue();
            }
        }
        Site.await(() -> fixture.endpoint.connections() == 1);
        assertThat(fixture.site.stored())
                .filteredOn(reading -> reading.equipment().value().equals("lift-01"))
                .hasSize(ROUNDS / 10);
        assertThat(books()).allMatch(Ledger.Count::balances, "balances");
        good.disconnect().waitForCompletion(TimeUnit.SECONDS.toMillis(20));
    }

    private List<Ledger.Count> books() {
        fixture.site.ingest.awaitStored(Duration.ofSeconds(20));
        return fixture.site.ledger.books(LocalDate.MIN, LocalDate.MAX).counts();
    }

    /** All that a device says in its life. */
    private static List<byte[]> conversation(RawPackets packets, int round) throws IOException {
        return new ArrayList<>(List.of(
                packets.connect("bad-" + round, true, 60, EndpointFixture.USERNAME, EndpointFixture.PASSWORD),
                packets.subscribe("equipment/lift-02/#", 1, 1),
                packets.publish(TELEMETRY, 0, 0, EndpointFixture.reading(round)),
                packets.publish(TELEMETRY, 1, 2, EndpointFixture.reading(round)),
                packets.publish(TELEMETRY, 2, 3, EndpointFixture.reading(round)),
                RawPackets.packet(0x62, new byte[] {0, 3}),
                RawPackets.packet(0x40, new byte[] {0, 1}),
                packets.publish("equipment/lift-02/status", 1, 4, "online".getBytes(UTF_8)),
                RawPackets.packet(0xC0, new byte[0]),
                packets.publish("v1/devices/me/telemetry", 1, 5, "{\"oil_temp\": 50}".getBytes(UTF_8)),
                RawPackets.packet(0xE0, new byte[0])));
    }

    /** The conversation with one packet changed a little, or missing, twice, in the wrong place, or cut. */
    private static byte[] nearlyValid(List<byte[]> packets, Random random) throws IOException {
        int which = random.nextInt(packets.size());
        byte[] packet = packets.get(which).clone();
        int at = random.nextInt(packet.length);
        switch (random.nextInt(7)) {
            case 0 -> packet[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> packet[at] = (byte) random.nextInt(256);
            case 2 -> packet[1] = (byte) random.nextInt(256); // the remaining length
            case 3 -> packet = Arrays.copyOf(packet, at);
            case 4 -> packet = Arrays.copyOf(packet, packet.length + 1 + random.nextInt(5));
            case 5 -> packets.add(random.nextInt(packets.size()), packet);
            default -> packet = new byte[0];
        }
        packets.set(which, packet);
        return RawPackets.together(packets.toArray(byte[][]::new));
    }
}
