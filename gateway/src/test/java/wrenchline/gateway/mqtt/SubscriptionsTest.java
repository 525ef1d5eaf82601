package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.gateway.Site;
import wrenchline.gateway.mqtt.hub.HubLimits;
import wrenchline.gateway.mqtt.hub.Letter.Ending;

class SubscriptionsTest {

    private static final String TELEMETRY = "equipment/lift-01/telemetry";
    private static final String STATUS = "equipment/lift-01/status";
    private static final byte[] ONLINE = "online".getBytes(UTF_8);
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private EndpointFixture fixture = new EndpointFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_subscriber_is_told_only_what_is_on_disk() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        MqttAsyncClient subscriber = fixture.device("lift-01");
        subscriber
                .subscribe("equipment/lift-01/#", 1, (topic, message) -> told.add(topic))
                .waitForCompletion(PATIENCE);
        MqttAsyncClient publisher = fixture.device("other");
        fixture.site.disk.close();
        publisher.publish(TELEMETRY, EndpointFixture.reading(1), 1, false);
        next(fixture.site.disk.syncs);
        fixture.endpoint.publisher().publish(STATUS, ONLINE, 1, false);
        assertThat(next(told)).as("what the house says later").isEqualTo(STATUS);
        assertThat(told).isEmpty();
        fixture.site.disk.open();
        assertThat(next(told)).isEqualTo(TELEMETRY);
        publisher.disconnect().waitForCompletion(PATIENCE);
        subscriber.disconnect().waitForCompletion(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "equipment/lift-01/#, 0x01",
        "v1/devices/me/rpc/request/+, 0x01",
        "spBv1.0/+/NCMD/lift-01, 0x01",
        "spBv1.0/STATE/#, 0x01",
        "equipment/lift-02/#, 0x87",
        "equipment/#, 0x87",
        "'#', 0x87",
        "equipment/lift-01/a#, 0x8F",
        "$share/group/equipment/lift-01/#, 0x9E"
    })
    void a_machine_may_subscribe_to_its_own_topics_alone(String filter, String code) throws IOException {
        int granted = Integer.decode(code);
        try (RawDevice three = RawDevice.connected(fixture.port, 4, "lift-01", true)) {
            three.subscribe(filter, 1);
            assertThat(three.receive().body()[2] & 0xFF).isEqualTo(granted < 0x80 ? granted : 0x80);
        }
        try (RawDevice five = RawDevice.connected(fixture.port, 5, "lift-01", true)) {
            five.subscribe(filter, 1, 2);
            assertThat(five.receive().body()[3] & 0xFF).isEqualTo(granted);
        }
    }

    @Test
    void a_number_for_a_subscription_is_refused_because_it_would_be_missed_later() throws IOException {
        try (RawDevice five = RawDevice.connected(fixture.port, 5, "lift-01", true)) {
            five.raw(RawPackets.numberedSubscription(STATUS, 1, 7));
            assertThat(five.receive().body()[3] & 0xFF).isEqualTo(0xA1);
        }
    }

    @Test
    void what_is_no_longer_subscribed_to_is_no_longer_told() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        MqttAsyncClient subscriber = fixture.device("lift-01");
        subscriber.subscribe(STATUS, 1, (topic, message) -> told.add(topic)).waitForCompletion(PATIENCE);
        subscriber
                .subscribe("equipment/lift-01/command", 1, (topic, message) -> told.add(topic))
                .waitForCompletion(PATIENCE);
        subscriber.unsubscribe(STATUS).waitForCompletion(PATIENCE);
        fixture.endpoint.publisher().publish(STATUS, ONLINE, 1, false);
        fixture.endpoint.publisher().publish("equipment/lift-01/command", ONLINE, 1, false);
        assertThat(next(told)).isEqualTo("equipment/lift-01/command");
        subscriber.disconnect().waitForCompletion(PATIENCE);
    }

    @Test
    void a_subscription_of_version_5_may_leave_out_what_is_its_own_and_what_is_retained() throws Exception {
        fixture.endpoint.publisher().publish(STATUS, ONLINE, 1, true);
        try (RawDevice device = RawDevice.connected(fixture.port, 5, "lift-01", true)) {
            int noLocal = 4;
            int asPublished = 8;
            int noRetained = 32;
            device.subscribe("equipment/lift-01/#", 1, noLocal | asPublished | noRetained);
            assertThat(device.receive().type()).isEqualTo(RawDevice.SUBACK);
            device.publish(STATUS, 1, 7, ONLINE);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBACK);
            fixture.endpoint.publisher().publish(TELEMETRY, ONLINE, 0, true);
            RawDevice.Packet first = device.receive();
            assertThat(first.type()).isEqualTo(RawDevice.PUBLISH);
            assertThat(topic(first)).isEqualTo(TELEMETRY);
            assertThat(first.flags() & 1).as("retain").isOne();
        }
    }

    @Test
    void a_thingsboard_device_is_told_by_its_own_name_for_itself() throws Exception {
        try (RawDevice one = RawDevice.connected(fixture.port, 4, "lift-01", true);
                RawDevice two = RawDevice.connected(fixture.port, 4, "lift-02", true)) {
            one.subscribe("v1/devices/me/rpc/request/+", 1);
            two.subscribe("v1/devices/me/rpc/request/+", 1);
            assertThat(one.receive().type()).isEqualTo(RawDevice.SUBACK);
            assertThat(two.receive().type()).isEqualTo(RawDevice.SUBACK);
            fixture.endpoint.publisher().publish("v1/devices/lift-02/rpc/request/1", ONLINE, 0, false);
            fixture.endpoint.publisher().publish("v1/devices/lift-01/rpc/request/2", ONLINE, 0, false);
            assertThat(topic(one.receive())).isEqualTo("v1/devices/me/rpc/request/2");
            assertThat(topic(two.receive())).isEqualTo("v1/devices/me/rpc/request/1");
        }
    }

    @Test
    void what_is_delivered_is_known_to_have_arrived_when_the_device_acknowledges_it() throws Exception {
        String command = "equipment/lift-01/command";
        assertThat(fixture.endpoint
                        .deliver(command, ONLINE, filter -> true)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isEqualTo(Ending.LOST);
        try (RawDevice device = RawDevice.connected(fixture.port, 4, "lift-01", true)) {
            device.subscribe(command, 1);
            assertThat(device.receive().type()).isEqualTo(RawDevice.SUBACK);
            var ending =
                    fixture.endpoint.deliver(command, ONLINE, filter -> true).toCompletableFuture();
            RawDevice.Packet published = device.receive();
            assertThat(ending).isNotDone();
            device.acknowledge(packet(published));
            assertThat(ending.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.ACKNOWLEDGED);
            var unclear =
                    fixture.endpoint.deliver(command, ONLINE, filter -> true).toCompletableFuture();
            device.receive();
            device.vanish();
            assertThat(unclear.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.UNCLEAR);
        }
    }

    @Test
    void a_subscriber_that_does_not_read_loses_messages_of_qos_0_and_slows_nobody() throws Exception {
        limit(new HubLimits(100, 1 << 20, 1 << 20, 10, 1 << 20));
        try (RawDevice lazy = RawDevice.connected(fixture.port, 4, "lift-01", true);
                RawDevice busy = RawDevice.connected(fixture.port, 4, "lift-02", true)) {
            lazy.subscribe("equipment/lift-01/#", 1, 0);
            assertThat(lazy.receive().type()).isEqualTo(RawDevice.SUBACK);
            byte[] padded =
                    ("{\"pad\": \"" + "x".repeat(60_000) + "\", \"values\": {\"oil_temp\": 50}}").getBytes(UTF_8);
            for (int packet = 1; packet <= 500; packet++) {
                busy.publish(TELEMETRY, 1, packet, padded);
                assertThat(busy.receive().type()).isEqualTo(RawDevice.PUBACK);
            }
            Site.await(() -> fixture.endpoint.hub().dropped() > 0);
            assertThat(fixture.endpoint.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_subscriber_that_does_not_acknowledge_is_sent_away_instead_of_losing_messages_of_qos_1() throws Exception {
        limit(new HubLimits(100, 1 << 20, 1 << 20, 10, 1 << 20));
        try (RawDevice lazy = RawDevice.connected(fixture.port, 5, "lift-01", false);
                RawDevice busy = RawDevice.connected(fixture.port, 4, "lift-02", true)) {
            lazy.subscribe("equipment/lift-01/#", 1);
            assertThat(lazy.receive().type()).isEqualTo(RawDevice.SUBACK);
            for (int packet = 1; packet <= 500; packet++) {
                busy.publish(TELEMETRY, 1, packet, EndpointFixture.reading(packet));
                assertThat(busy.receive().type()).isEqualTo(RawDevice.PUBACK);
            }
            RawDevice.Packet last = lazy.receive();
            while (last.type() == RawDevice.PUBLISH) {
                last = lazy.receive();
            }
            assertThat(last.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(last.body()[0] & 0xFF).as("quota exceeded").isEqualTo(0x97);
        }
        try (RawDevice back = new RawDevice(fixture.port, 5)) {
            assertThat(back.connect("lift-01", false, 0, EndpointFixture.PASSWORD)
                            .body()[0])
                    .as("its session has ended, which tells it that it has lost messages")
                    .isZero();
        }
    }

    private void limit(HubLimits hub) {
        fixture.close();
        fixture = new EndpointFixture(new Site(), new EndpointLimits(10, 1000, 1 << 20, hub));
    }

    private static String topic(RawDevice.Packet published) {
        byte[] body = published.body();
        return new String(Arrays.copyOfRange(body, 2, 2 + published.id()), UTF_8);
    }

    /** Its packet id, which stands behind the topic. */
    private static int packet(RawDevice.Packet published) {
        int at = 2 + published.id();
        return ((published.body()[at] & 0xFF) << 8) | (published.body()[at + 1] & 0xFF);
    }
}
