package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.OverQuota;

/** A machine that sends more than it may, beside others. It may send 20 messages a second, and 20 at once. */
class QuotaTest {

    private static final int FLOOD = 100;

    private final EndpointFixture fixture = new EndpointFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_flooding_machine_is_slowed_alone_and_loses_nothing() throws IOException {
        try (RawDevice runaway = RawDevice.connected(fixture.port, 4, "bounded", true);
                RawDevice quiet = RawDevice.connected(fixture.port, 4, "lift-01", true)) {
            long began = System.nanoTime();
            for (int packet = 1; packet <= FLOOD; packet++) {
                runaway.publish("equipment/bounded/telemetry", 1, packet, EndpointFixture.reading(packet));
            }
            for (int packet = 1; packet <= 200; packet++) {
                quiet.publish("equipment/lift-01/telemetry", 1, packet, EndpointFixture.reading(packet));
                assertThat(quiet.receive().id()).isEqualTo(packet);
            }
            for (int packet = 1; packet <= FLOOD; packet++) {
                assertThat(runaway.receive().id()).isEqualTo(packet);
            }
            long floodDone = System.nanoTime() - began;
            // 80 beyond the burst at 20 a second; the last one is read when the debt of those before is paid.
            assertThat(floodDone).isGreaterThanOrEqualTo(3_900_000_000L);
        }
        assertThat(fixture.site.stored()).hasSize(FLOOD + 200);
        assertThat(fixture.meters.excesses())
                .extracting(OverQuota::equipment, OverQuota::times)
                .containsExactly(tuple(new EquipmentId("bounded"), 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "a gateway"})
    void long_payloads_count_by_their_bytes_whoever_sends_for_the_machine(String client) throws IOException {
        try (RawDevice device = RawDevice.connected(fixture.port, 4, client, true)) {
            byte[] payload = ("{\"values\": {\"a\": 1}}" + " ".repeat(900)).getBytes(UTF_8);
            long began = System.nanoTime();
            for (int packet = 1; packet <= 6; packet++) {
                device.publish("equipment/bounded/telemetry", 1, packet, payload);
            }
            for (int packet = 1; packet <= 6; packet++) {
                assertThat(device.receive().id()).isEqualTo(packet);
            }
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(1_200_000_000L);
        }
    }
}
