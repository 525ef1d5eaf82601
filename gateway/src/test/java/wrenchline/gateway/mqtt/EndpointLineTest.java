package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.DeviceLine.Handover;
import wrenchline.core.command.Order;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.gateway.Site;
import wrenchline.gateway.command.EndpointLine;

/** Commands to devices that subscribe at our own endpoint. */
class EndpointLineTest {

    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final String COMMANDS = "equipment/lift-01/command";

    private final EndpointFixture fixture = new EndpointFixture();
    private final EndpointLine line = new EndpointLine(fixture.endpoint);
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Command command = command();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_device_that_subscribes_is_there_and_takes_its_command_and_answers_it() throws Exception {
        assertThat(handover()).isEqualTo(new Handover.Away());
        MqttAsyncClient device = fixture.device("lift-01");
        subscribe(device, COMMANDS);
        assertThat(line.arrived()).containsExactly(LIFT);
        assertThat(line.arrived()).isEmpty();
        assertThat(handover()).isEqualTo(new Handover.Taken());
        assertThat(next(told)).contains(command.id().toString(), "\"kind\":\"Rebirth\"");
        String answer = "{\"id\": \"" + command.id() + "\", \"ok\": true}";
        device.publish(COMMANDS + "/ack", answer.getBytes(UTF_8), 1, false).waitForCompletion(20_000);
        assertThat(next(fixture.site.answers).command()).isEqualTo(command.id());
        leave(device);
    }

    @Test
    void a_device_that_comes_back_to_its_session_is_there_without_subscribing_again() throws Exception {
        MqttConnectOptions lasting = EndpointFixture.options();
        lasting.setCleanSession(false);
        MqttAsyncClient device = fixture.device("lift-01", lasting);
        subscribe(device, COMMANDS);
        assertThat(line.arrived()).containsExactly(LIFT);
        leave(device);
        assertThat(handover()).as("nothing waits in memory for it").isEqualTo(new Handover.Away());
        leave(fixture.device("lift-01", lasting));
        assertThat(arrived()).containsExactly(LIFT);
    }

    /** A device may know that it is let in before anybody else does. */
    private Set<EquipmentId> arrived() {
        Set<EquipmentId> arrived = new HashSet<>();
        Site.await(() -> arrived.addAll(line.arrived()));
        return arrived;
    }

    private void subscribe(MqttAsyncClient device, String filter) throws MqttException {
        device.subscribe(filter, 1, (topic, message) -> told.add(message.toString()))
                .waitForCompletion(20_000);
    }

    private static void leave(MqttAsyncClient device) throws MqttException {
        device.disconnect().waitForCompletion(20_000);
        device.close();
    }

    private Handover handover() throws Exception {
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
