package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.SparkplugSettings;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.ByTopic;
import wrenchline.gateway.sparkplug.HostAtHome;
import wrenchline.gateway.sparkplug.HostState;
import wrenchline.gateway.sparkplug.SparkplugHost;

/** The Sparkplug host where the product is the MQTT server too, packet by packet. */
class HostAtHomeTest {

    private static final HostState STATE = new HostState("wrenchline", Instant.parse("2026-03-01T08:00:00Z"));

    private final Site site = new Site();
    private final SparkplugHost host = new SparkplugHost(
            new SparkplugSettings("wrenchline", Duration.ofMillis(1), Map.of(), Map.of()),
            _ -> false,
            site.ingest,
            site.clock,
            Site.MAX_PAYLOAD_BYTES);
    private final EndpointFixture fixture = new EndpointFixture(
            site,
            EndpointLimits.usual(),
            new ByTopic(Map.of(SparkplugHost.ROOT, new HostAtHome(host, STATE)), site.ingest));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void who_says_that_the_host_is_away_is_contradicted_at_once_and_not_heard() throws Exception {
        fixture.endpoint.publisher().publish(STATE.topic(), STATE.birth(), 1, true);
        try (RawDevice node = RawDevice.connected(fixture.port, 4, "node", true);
                RawDevice other = RawDevice.connected(fixture.port, 5, "other", true)) {
            node.subscribe(STATE.topic(), 1);
            assertThat(node.receive().type()).isEqualTo(RawDevice.SUBACK);
            assertThat(said(node.receive())).as("retained").endsWith(new String(STATE.birth(), UTF_8));
            other.raw(retained(STATE.will()));
            RawDevice.Packet refused = other.receive();
            assertThat(refused.type()).isEqualTo(RawDevice.PUBACK);
            assertThat(refused.body()[2]).as("not authorized").isEqualTo((byte) 0x87);
            assertThat(said(node.receive())).endsWith(new String(STATE.birth(), UTF_8));
            other.raw(retained(new byte[0]));
            assertThat(other.receive().body()[2]).as("taking it back").isEqualTo((byte) 0x87);
            assertThat(said(node.receive())).endsWith(new String(STATE.birth(), UTF_8));
        }
        try (RawDevice late = RawDevice.connected(fixture.port, 4, "late", true)) {
            late.subscribe(STATE.topic(), 1);
            assertThat(late.receive().type()).isEqualTo(RawDevice.SUBACK);
            assertThat(said(late.receive())).endsWith(new String(STATE.birth(), UTF_8));
        }
        await(() -> site.quarantine.messages.size() == 2);
    }

    /** A PUBLISH of MQTT 5 with QoS 1 and the retain flag, to where the host says whether it is there. */
    private static byte[] retained(byte[] payload) throws IOException {
        byte[] publish = new RawPackets(5).publish(STATE.topic(), 1, 9, payload);
        publish[0] |= 1;
        return publish;
    }

    private static String said(RawDevice.Packet packet) {
        assertThat(packet.type()).isEqualTo(RawDevice.PUBLISH);
        return new String(packet.body(), UTF_8);
    }
}
