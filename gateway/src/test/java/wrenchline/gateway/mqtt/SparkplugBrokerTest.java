package wrenchline.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.BrokerSettings;
import wrenchline.config.Secret;
import wrenchline.config.SparkplugSettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.mqtt.Subscriber.Message;
import wrenchline.gateway.sparkplug.SparkplugHost;

/** A Sparkplug host behind Mosquitto, with an edge node that knows nothing of us. */
@Tag("peer")
@Tag("mosquitto")
@Tag("sparkplug")
class SparkplugBrokerTest {

    private static final String STATE = "spBv1.0/STATE/wrenchline";
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final String BIRTH = """
            [{"name": "Oil Temp", "alias": 1, "type": "Float", "value": 21.6},
             {"name": "Level", "alias": 2, "type": "Int16", "value": -300},
             {"name": "Door", "alias": 3, "type": "Boolean", "value": true},
             {"name": "Firmware", "alias": 4, "type": "String", "value": "2.10"}]""";

    @TempDir
    private Path folder;

    private Mosquitto mosquitto;
    private final Site site = new Site();
    private final SparkplugHost host = new SparkplugHost(
            new SparkplugSettings("wrenchline", Duration.ofMillis(1), Map.of(), Map.of()),
            Set.of(LIFT)::contains,
            site.ingest,
            site.clock,
            Site.MAX_PAYLOAD_BYTES);

    @BeforeEach
    void start() throws IOException {
        mosquitto = new Mosquitto(folder);
    }

    @AfterEach
    void stop() {
        site.close();
        mosquitto.close();
    }

    @Test
    void what_a_node_says_is_kept_from_birth_to_death() throws Exception {
        try (BrokerClient _ = client();
                NpmEdgeNode node = node("")) {
            awaitStatus("lift-01", true);
            node.data(
                    "[{\"alias\": 1, \"type\": \"Float\", \"value\": 62.5}, {\"alias\": 2, \"type\": \"Int16\", \"value\": -5}]");
            await(() -> values().size() == 2);
            assertThat(values())
                    .containsExactly(
                            Map.of("oil_temp", 21.6, "level", -300.0, "door", 1.0),
                            Map.of("oil_temp", 62.5, "level", -5.0));
            assertThat(site.devices.attributes(LIFT))
                    .extracting(one -> one.name() + "=" + one.value())
                    .containsExactly("Firmware=\"2.10\"", "sparkplug=\"hall/edge/lift-01\"");
            node.deviceDeath();
            awaitStatus("lift-01", false);
            node.crash();
            awaitStatus("hall.edge", false);
            assertThat(site.quarantine.messages).isEmpty();
        }
    }

    @Test
    void compressed_payloads_are_understood() throws Exception {
        for (String algorithm : List.of("DEFLATE", "GZIP")) {
            try (BrokerClient _ = client();
                    NpmEdgeNode node = node(algorithm)) {
                awaitStatus("lift-01", true);
                node.data("[{\"name\": \"Level\", \"type\": \"Int16\", \"value\": 7}]");
                await(() -> values().contains(Map.of("level", 7.0)));
            }
            site.devices.statuses.clear();
        }
    }

    @Test
    void a_node_that_was_born_before_us_is_asked_for_its_births_when_it_is_heard() throws Exception {
        try (NpmEdgeNode node = node("");
                BrokerClient _ = client()) {
            node.data("[{\"alias\": 1, \"type\": \"Float\", \"value\": 62.5}]");
            node.awaitReborn();
            awaitStatus("lift-01", true);
            assertThat(next(site.quarantine.messages).reason()).contains("before the birth");
            node.data("[{\"alias\": 1, \"type\": \"Float\", \"value\": 63.5}]");
            await(() -> values().contains(Map.of("oil_temp", 63.5)));
        }
    }

    @Test
    void a_lost_message_leads_to_a_rebirth() throws Exception {
        try (BrokerClient _ = client();
                NpmEdgeNode node = node("")) {
            awaitStatus("lift-01", true);
            node.loseMessage();
            node.data("[{\"alias\": 1, \"type\": \"Float\", \"value\": 62.5}]");
            await(() -> values().contains(Map.of("oil_temp", 62.5)));
            await(() -> {
                host.lookForGaps();
                return site.devices.statuses.stream()
                        .anyMatch(status -> status.equipment().equals(LIFT) && status.online());
            });
            node.awaitReborn();
        }
    }

    @Test
    void it_is_said_on_the_broker_whether_we_are_there() throws Exception {
        try (Subscriber subscriber = new Subscriber(mosquitto.url(), STATE)) {
            Message birth;
            try (BrokerClient _ = client()) {
                birth = next(subscriber.messages);
                assertThat(birth.text()).matches("\\{\"online\":true,\"timestamp\":\\d{13}}");
                assertThat(birth.qos()).isOne();
                subscriber.publish(STATE, "{\"online\": false, \"timestamp\": 1}", true);
                assertThat(next(subscriber.messages).text()).contains("false");
                assertThat(next(subscriber.messages).text()).isEqualTo(birth.text());
            }
            assertThat(next(subscriber.messages).text()).matches("\\{\"online\":false,\"timestamp\":\\d{13}}");
            try (Subscriber later = new Subscriber(mosquitto.url(), STATE)) {
                assertThat(next(later.messages))
                        .satisfies(retained -> assertThat(retained.text()).contains("\"online\":false"))
                        .returns(true, Message::retained);
            }
        }
    }

    @Test
    void when_we_vanish_the_broker_says_so_with_the_time_of_the_birth() throws Exception {
        try (Subscriber subscriber = new Subscriber(mosquitto.url(), STATE)) {
            BrokerConnection connection = new BrokerConnection(
                    settings(),
                    Site.MAX_PAYLOAD_BYTES,
                    BrokerPatience.usual().keepAlive(),
                    new HostErrand(settings(), host),
                    site.clock);
            String birth = next(subscriber.messages).text();
            connection.close();
            assertThat(next(subscriber.messages).text()).isEqualTo(birth.replace("true", "false"));
        }
    }

    @Test
    void without_the_broker_nobody_is_known_to_be_there() throws Exception {
        try (BrokerClient _ = client();
                NpmEdgeNode _ = node("")) {
            awaitStatus("lift-01", true);
            mosquitto.stop();
            awaitStatus("lift-01", false);
        }
    }

    private void awaitStatus(String equipment, boolean online) throws InterruptedException {
        Instant began = Instant.now();
        while (true) {
            var status = next(site.devices.statuses);
            if (status.equipment().value().equals(equipment) && status.online() == online) {
                assertThat(status.at()).isBefore(began.plusSeconds(60));
                return;
            }
        }
    }

    private List<Map<String, Double>> values() {
        return site.history.kept().stream()
                .filter(reading -> reading.equipment().equals(LIFT))
                .map(Reading::values)
                .toList();
    }

    private NpmEdgeNode node(String compress) throws IOException {
        return new NpmEdgeNode(mosquitto.url().replace("tcp:", "mqtt:"), "edge", "lift-01", BIRTH, compress);
    }

    private BrokerClient client() {
        BrokerClient started = BrokerClient.of(settings(), Site.MAX_PAYLOAD_BYTES, host, site.clock);
        started.start();
        await(() -> started.trouble().isEmpty());
        return started;
    }

    private BrokerSettings settings() {
        return new BrokerSettings(mosquitto.url(), "wrenchline-test", true, "", new Secret(""));
    }
}
