package wrenchline.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.config.SparkplugSettings;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.ByTopic;
import wrenchline.gateway.sparkplug.SparkplugHost;

/** A Sparkplug host on our own endpoint, with an edge node that knows nothing of us. */
@Tag("peer")
@Tag("sparkplug")
class SparkplugEndpointTest {

    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final String BIRTH =
            "[{\"name\": \"Oil Temp\", \"alias\": 1, \"type\": \"Float\", \"value\": 21.5}]";

    private final Site site = new Site();
    private final SparkplugHost host = new SparkplugHost(
            new SparkplugSettings("wrenchline", Duration.ofMillis(1), Map.of(), Map.of()),
            Set.of(LIFT)::contains,
            site.ingest,
            site.clock,
            Site.MAX_PAYLOAD_BYTES);
    private final EndpointFixture fixture = new EndpointFixture(
            site, EndpointLimits.usual(), new ByTopic(Map.of(SparkplugHost.ROOT, host), site.ingest));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_lost_message_leads_to_a_rebirth() throws Exception {
        try (NpmEdgeNode node = node()) {
            await(() -> values().contains(Map.of("oil_temp", 21.5)));
            node.loseMessage();
            node.data("[{\"alias\": 1, \"type\": \"Float\", \"value\": 62.5}]");
            await(() -> values().contains(Map.of("oil_temp", 62.5)));
            // The gap is due once its time to be filled is over.
            Thread.sleep(5);
            host.lookForGaps();
            node.awaitReborn();
            // A second question would be answered before what comes next.
            host.lookForGaps();
            node.data("[{\"alias\": 1, \"type\": \"Float\", \"value\": 63.5}]");
            await(() -> values().contains(Map.of("oil_temp", 63.5)));
            assertThat(values().stream().filter(values -> values.containsKey("oil_temp")))
                    .containsExactly(
                            Map.of("oil_temp", 21.5),
                            Map.of("oil_temp", 62.5),
                            Map.of("oil_temp", 21.5),
                            Map.of("oil_temp", 63.5));
            assertThat(values())
                    .filteredOn(values -> values.containsKey("uptime"))
                    .hasSize(2);
        }
    }

    @Test
    void an_operator_asks_for_everything_again_and_the_birth_is_the_answer() throws Exception {
        CommandId command = new CommandId(new UUID(1, 2));
        try (NpmEdgeNode node = node()) {
            await(() -> host.askForBirth(LIFT, command));
            node.awaitReborn();
            assertThat(next(site.answers)).isEqualTo(new CommandAnswer(LIFT, command, true, ""));
        }
    }

    private List<Map<String, Double>> values() {
        return site.history.kept().stream().map(reading -> reading.values()).toList();
    }

    private NpmEdgeNode node() throws IOException {
        return new NpmEdgeNode(
                "mqtt://127.0.0.1:" + fixture.port, EndpointFixture.PASSWORD, "edge", "lift-01", BIRTH, "");
    }
}
