package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.BrokerSettings;
import wrenchline.config.Secret;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.DeviceLine.Handover;
import wrenchline.core.command.Order;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.gateway.Site;
import wrenchline.gateway.command.BrokerLine;
import wrenchline.gateway.quota.Meters;

/** Commands to a device behind a real Mosquitto. */
@Tag("peer")
@Tag("mosquitto")
class BrokerLineTest {

    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final String STATUS = "equipment/lift-01/status";

    @TempDir
    private Path folder;

    private final Site site = new Site();
    private final BrokerLine line = new BrokerLine(site.ingest, site.ingest, new Meters(Site.QUOTAS, site.clock));
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Mosquitto mosquitto;
    private BrokerClient client;
    private MqttAsyncClient device;

    @BeforeEach
    void start() throws IOException, MqttException {
        mosquitto = new Mosquitto(folder);
        BrokerSettings settings = new BrokerSettings(mosquitto.url(), "wrenchline-test", false, "", new Secret(""));
        client = new BrokerClient(settings, Site.MAX_PAYLOAD_BYTES, line, line, site.clock);
        client.start();
        await(() -> client.trouble().isEmpty());
        device = new MqttAsyncClient(mosquitto.url(), "lift-01", new MemoryPersistence());
        device.connect().waitForCompletion(TimeUnit.SECONDS.toMillis(30));
        device.subscribe("equipment/lift-01/command", 1, (topic, message) -> told.add(message.toString()))
                .waitForCompletion(TimeUnit.SECONDS.toMillis(30));
    }

    @AfterEach
    void stop() throws MqttException {
        client.close();
        site.close();
        mosquitto.close();
        device.disconnectForcibly(0, 1, false);
        device.close(true);
    }

    @Test
    void a_device_that_was_heard_gets_its_command_and_the_brokers_echo_of_it_is_no_message() throws Exception {
        Command command = command();
        assertThat(handover(command)).isEqualTo(new Handover.Away());
        say("online");
        assertThat(arrived()).containsExactly(LIFT);
        assertThat(handover(command)).isEqualTo(new Handover.Taken());
        assertThat(next(told)).contains(command.id().toString(), "\"kind\":\"Rebirth\"");
        device.publish(
                "equipment/lift-01/command/ack",
                ("{\"id\": \"" + command.id() + "\", \"ok\": true}").getBytes(UTF_8),
                1,
                false);
        assertThat(next(site.answers).command()).isEqualTo(command.id());
        assertThat(site.quarantine.messages).isEmpty();
        assertThat(line.arrived()).isEmpty();
    }

    @Test
    void a_device_that_says_that_it_is_offline_is_away_until_it_is_heard_again() throws Exception {
        say("online");
        assertThat(arrived()).containsExactly(LIFT);
        say("offline");
        assertThat(handover(command())).isEqualTo(new Handover.Away());
        say("online");
        assertThat(arrived()).containsExactly(LIFT);
    }

    @Test
    void nobody_knows_whether_a_broker_that_is_gone_has_the_command() throws Exception {
        say("online");
        mosquitto.stop();
        await(() -> client.trouble().isPresent());
        assertThat(handover(command())).isEqualTo(new Handover.Unclear());
    }

    /** Returns once the pipeline has it. */
    private void say(String status) throws Exception {
        device.publish(STATUS, status.getBytes(UTF_8), 1, false);
        assertThat(next(site.devices.statuses).online()).isEqualTo(status.equals("online"));
    }

    private Set<EquipmentId> arrived() {
        Set<EquipmentId> arrived = new HashSet<>();
        await(() -> arrived.addAll(line.arrived()));
        return arrived;
    }

    private Handover handover(Command command) throws Exception {
        return line.send(command).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Command command() {
        Instant now = Instant.now();
        return new Command(
                new CommandId(UUID.randomUUID()),
                "key",
                LIFT,
                new Order.Rebirth(),
                new Actor.Operator("Li"),
                now,
                now.plusSeconds(60));
    }
}
