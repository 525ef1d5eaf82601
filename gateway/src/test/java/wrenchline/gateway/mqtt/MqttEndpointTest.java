package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wrenchline.gateway.Site.next;

import io.vertx.core.Vertx;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.config.MqttSettings;
import wrenchline.config.Secret;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.mqtt.hub.Retention;

class MqttEndpointTest {

    private static final String TELEMETRY = "equipment/lift-01/telemetry";
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private EndpointFixture fixture = new EndpointFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_message_is_acknowledged_only_after_it_is_on_disk() throws Exception {
        MqttAsyncClient device = fixture.device("lift-01");
        fixture.site.disk.close();
        IMqttDeliveryToken token = device.publish(TELEMETRY, EndpointFixture.reading(1), 1, false);
        next(fixture.site.disk.syncs);
        assertThat(token.isComplete()).isFalse();
        fixture.site.disk.open();
        token.waitForCompletion(PATIENCE);
        assertThat(fixture.site.stored()).hasSize(1);
        device.disconnect().waitForCompletion(PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void acknowledgements_come_in_the_order_of_the_messages_although_lanes_finish_in_any(int version) throws Exception {
        try (RawDevice device = RawDevice.connected(fixture.port, version, "gateway-1", true)) {
            for (int packet = 1; packet <= 500; packet++) {
                device.publish(
                        "equipment/lift-" + packet % 13 + "/telemetry", 1, packet, EndpointFixture.reading(packet));
            }
            for (int packet = 1; packet <= 500; packet++) {
                RawDevice.Packet acknowledgement = device.receive();
                assertThat(acknowledgement.type()).isEqualTo(RawDevice.PUBACK);
                assertThat(acknowledgement.id()).isEqualTo(packet);
            }
        }
        assertThat(fixture.site.stored()).hasSize(500);
    }

    @Test
    void what_was_not_acknowledged_comes_again_after_a_reconnect_and_is_kept_once() throws Exception {
        MqttConnectOptions options = EndpointFixture.options();
        options.setCleanSession(false);
        MqttAsyncClient device = fixture.device("lift-01", options);
        fixture.site.disk.close();
        device.publish(TELEMETRY, EndpointFixture.reading(1), 1, false);
        next(fixture.site.disk.syncs);
        device.disconnectForcibly(0, 1, false);
        fixture.site.disk.open();
        device.connect(options).waitForCompletion(PATIENCE);
        for (IMqttDeliveryToken pending : device.getPendingDeliveryTokens()) {
            pending.waitForCompletion(PATIENCE);
        }
        Site.await(() -> fixture.site.ingest.snapshot().acknowledged() == 2);
        assertThat(fixture.site.stored()).extracting(Reading::seq).containsExactly(1L);
        device.disconnect().waitForCompletion(PATIENCE);
    }

    @Test
    void poison_is_quarantined_and_acknowledged_and_does_not_stop_what_follows() throws Exception {
        MqttAsyncClient device = fixture.device("lift-01");
        device.publish(TELEMETRY, "garbage".getBytes(UTF_8), 1, false).waitForCompletion(PATIENCE);
        assertThat(next(fixture.site.quarantine.messages).source()).isEqualTo("mqtt:lift-01");
        device.publish("somewhere/else", "1".getBytes(UTF_8), 1, false).waitForCompletion(PATIENCE);
        assertThat(next(fixture.site.quarantine.messages).topic()).isEqualTo("somewhere/else");
        device.publish(TELEMETRY, EndpointFixture.reading(1), 1, false).waitForCompletion(PATIENCE);
        assertThat(fixture.site.stored()).hasSize(1);
        device.disconnect().waitForCompletion(PATIENCE);
    }

    @Test
    void a_version_5_device_is_told_why_its_message_is_in_quarantine() throws Exception {
        try (RawDevice device = RawDevice.connected(fixture.port, 5, "lift-01", true)) {
            device.publish(TELEMETRY, 1, 1, "garbage".getBytes(UTF_8));
            assertThat(device.receive().body()[2] & 0xFF).isEqualTo(0x99);
            device.publish("somewhere/else", 1, 2, "1".getBytes(UTF_8));
            assertThat(device.receive().body()[2] & 0xFF).isEqualTo(0x87);
        }
    }

    @Test
    void qos_2_is_received_after_it_is_on_disk_and_a_repetition_is_not_kept_again() throws Exception {
        byte[] undated = "{\"seq\": 1, \"values\": {\"oil_temp\": 50}}".getBytes(UTF_8);
        try (RawDevice device = RawDevice.connected(fixture.port, 4, "lift-01", false)) {
            device.publish(TELEMETRY, 2, 7, undated);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBREC);
            assertThat(fixture.site.stored()).hasSize(1);
        }
        Site.await(() -> fixture.endpoint.connections() == 0);
        try (RawDevice device = new RawDevice(fixture.port, 4)) {
            RawDevice.Packet welcome = device.connect("lift-01", false, 0, EndpointFixture.PASSWORD);
            assertThat(welcome.body()[0]).as("session present").isEqualTo((byte) 1);
            device.publish(TELEMETRY, 2, 7, undated);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBREC);
            device.release(7);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBCOMP);
            assertThat(fixture.site.stored()).hasSize(1);
            device.publish(TELEMETRY, 2, 7, undated);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBREC);
            assertThat(fixture.site.stored()).hasSize(2);
        }
    }

    @Test
    void a_device_that_vanishes_leaves_its_will_and_one_that_says_farewell_does_not() throws Exception {
        MqttConnectOptions options = EndpointFixture.options();
        options.setWill("equipment/lift-01/status", "offline".getBytes(UTF_8), 1, true);
        MqttAsyncClient polite = fixture.device("lift-01", options);
        polite.publish("equipment/lift-01/status", "online".getBytes(UTF_8), 1, true)
                .waitForCompletion(PATIENCE);
        assertThat(next(fixture.site.devices.statuses).online()).isTrue();
        polite.disconnect().waitForCompletion(PATIENCE);
        Site.await(() -> fixture.endpoint.connections() == 0);
        MqttAsyncClient rude = fixture.device("lift-01", options);
        rude.disconnectForcibly(0, 1, false);
        DeviceStatus status = next(fixture.site.devices.statuses);
        assertThat(status.online()).isFalse();
        assertThat(fixture.site.devices.statuses).isEmpty();
    }

    @Test
    void a_second_connection_of_the_same_device_ends_the_first_and_publishes_its_will_first() throws Exception {
        MqttConnectOptions options = EndpointFixture.options();
        options.setWill("equipment/lift-01/status", "offline".getBytes(UTF_8), 1, true);
        fixture.device("lift-01", options);
        MqttAsyncClient second = fixture.device("lift-01", options);
        second.publish("equipment/lift-01/status", "online".getBytes(UTF_8), 1, true)
                .waitForCompletion(PATIENCE);
        assertThat(next(fixture.site.devices.statuses).online()).isFalse();
        assertThat(next(fixture.site.devices.statuses).online()).isTrue();
        assertThat(fixture.endpoint.connections()).isOne();
        second.disconnect().waitForCompletion(PATIENCE);
    }

    @Test
    void of_many_connections_of_the_same_device_at_the_same_time_one_stays() throws Exception {
        List<RawDevice> connections = new ArrayList<>();
        BlockingQueue<RawDevice> acknowledged = new LinkedBlockingQueue<>();
        BlockingQueue<RawDevice> ended = new LinkedBlockingQueue<>();
        for (int count = 0; count < 40; count++) {
            RawDevice device = new RawDevice(fixture.port, 5);
            connections.add(device);
            Thread.startVirtualThread(() -> stay(device, acknowledged, ended));
        }
        Set<RawDevice> staying = new HashSet<>(connections);
        while (staying.size() > 1) {
            staying.remove(next(ended));
        }
        RawDevice last = staying.iterator().next();
        last.publish(TELEMETRY, 1, 1, EndpointFixture.reading(1));
        assertThat(next(acknowledged)).isSameAs(last);
        assertThat(fixture.endpoint.connections()).isOne();
        for (RawDevice device : connections) {
            device.close();
        }
    }

    /** Connects as lift-01 and reads until the connection is ended, perhaps before it was let in. */
    private static void stay(RawDevice device, BlockingQueue<RawDevice> acknowledged, BlockingQueue<RawDevice> ended) {
        try {
            device.sendConnect("lift-01", true, 0, EndpointFixture.PASSWORD);
            for (RawDevice.Packet packet = device.receive(); ; packet = device.receive()) {
                switch (packet.type()) {
                    case RawDevice.PUBACK -> acknowledged.add(device);
                    case RawDevice.DISCONNECT ->
                        assertThat(packet.body()[0] & 0xFF)
                                .as("session taken over")
                                .isEqualTo(0x8E);
                    default -> assertThat(packet.type()).isEqualTo(RawDevice.CONNACK);
                }
            }
        } catch (IOException closed) {
            ended.add(device);
        }
    }

    @Test
    void a_slow_disk_pauses_the_device_and_the_memory_stays_flat() throws Exception {
        fixture.close();
        fixture = new EndpointFixture(new Site(), new EndpointLimits(10, 32));
        fixture.site.disk.close();
        byte[] padded = ("{\"pad\": \"" + "x".repeat(8000) + "\", \"values\": {\"oil_temp\": 50}}").getBytes(UTF_8);
        try (RawDevice device = RawDevice.connected(fixture.port, 4, "lift-01", true)) {
            Thread sender = Thread.startVirtualThread(() -> flood(device, padded, 20_000));
            next(fixture.site.disk.syncs);
            Site.await(() -> fixture.site.ingest.snapshot().received() >= 32);
            // Blocked by TCP: neither is anything dropped, nor does more than the bound come in.
            assertThat(sender.join(Duration.ofMillis(500))).isFalse();
            assertThat(fixture.site.ingest.snapshot().received()).isEqualTo(32);
            fixture.site.disk.open();
            for (int packet = 1; packet <= 20_000; packet++) {
                assertThat(device.receive().type()).isEqualTo(RawDevice.PUBACK);
            }
            assertThat(fixture.site.stored()).hasSize(20_000);
        }
    }

    @Test
    void a_full_lane_pauses_the_device_until_it_has_room() throws Exception {
        fixture.close();
        fixture = new EndpointFixture(Site.withQueueOf(2_000), new EndpointLimits(10, 10_000));
        fixture.site.disk.close();
        try (RawDevice device = RawDevice.connected(fixture.port, 4, "lift-01", true)) {
            flood(device, EndpointFixture.reading(1), 500);
            next(fixture.site.disk.syncs);
            Site.await(() -> fixture.site.ingest.snapshot().received() > 10);
            assertThat(fixture.site.ingest.snapshot().received()).isLessThan(100);
            fixture.site.disk.open();
            for (int packet = 1; packet <= 500; packet++) {
                assertThat(device.receive().id()).isEqualTo(packet);
            }
        }
    }

    @Test
    void a_wrong_password_is_refused_in_both_versions() throws IOException {
        try (RawDevice three = new RawDevice(fixture.port, 4);
                RawDevice five = new RawDevice(fixture.port, 5)) {
            assertThat(three.connect("lift-01", true, 0, "wrong").body()[1]).isEqualTo((byte) 4);
            assertThat(five.connect("lift-01", true, 0, "wrong").body()[1]).isEqualTo((byte) 0x86);
            assertThatThrownBy(three::receive).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_will_elsewhere_than_under_equipment_is_refused() {
        MqttConnectOptions options = EndpointFixture.options();
        options.setWill("elsewhere", "x".getBytes(UTF_8), 1, false);
        assertThatThrownBy(() -> fixture.device("lift-01", options)).isInstanceOf(MqttException.class);
    }

    @Test
    void one_connection_too_many_is_refused() throws Exception {
        fixture.close();
        fixture = new EndpointFixture(new Site(), new EndpointLimits(1, 10));
        try (RawDevice first = RawDevice.connected(fixture.port, 4, "lift-01", true);
                RawDevice second = new RawDevice(fixture.port, 4)) {
            assertThat(second.connect("lift-02", true, 0, EndpointFixture.PASSWORD)
                            .body()[1])
                    .isEqualTo((byte) 3);
            first.publish(TELEMETRY, 1, 1, EndpointFixture.reading(1));
            assertThat(first.receive().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void an_oversized_message_ends_the_connection_and_a_version_5_device_is_told_why() throws IOException {
        try (RawDevice device = RawDevice.connected(fixture.port, 5, "lift-01", true)) {
            device.beginPublish(TELEMETRY, 200_000);
            RawDevice.Packet farewell = device.receive();
            assertThat(farewell.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(farewell.body()[0] & 0xFF).isEqualTo(0x95);
        }
    }

    @Test
    void a_message_a_little_too_long_is_quarantined() throws Exception {
        MqttAsyncClient device = fixture.device("lift-01");
        device.publish(TELEMETRY, new byte[Site.MAX_PAYLOAD_BYTES + 1], 1, false)
                .waitForCompletion(PATIENCE);
        assertThat(next(fixture.site.quarantine.messages).reason()).contains("bytes are more than");
        device.disconnect().waitForCompletion(PATIENCE);
    }

    @Test
    void garbage_ends_its_own_connection_and_harms_no_other() throws Exception {
        MqttAsyncClient good = fixture.device("lift-01");
        Random random = new Random(20_260_301);
        for (int round = 0; round < 50; round++) {
            byte[] garbage = new byte[1 + random.nextInt(2000)];
            random.nextBytes(garbage);
            try (RawDevice fresh = new RawDevice(fixture.port, 4);
                    RawDevice connected = RawDevice.connected(fixture.port, 4, "bad-" + round, true)) {
                fresh.raw(garbage);
                connected.raw(garbage);
            }
        }
        good.publish(TELEMETRY, EndpointFixture.reading(1), 1, false).waitForCompletion(PATIENCE);
        Site.await(() -> fixture.endpoint.connections() == 1);
        good.disconnect().waitForCompletion(PATIENCE);
    }

    @Test
    void a_device_that_is_silent_for_longer_than_its_keep_alive_is_dropped_and_one_that_pings_is_answered()
            throws IOException {
        try (RawDevice device = new RawDevice(fixture.port, 4)) {
            device.connect("lift-01", true, 1, EndpointFixture.PASSWORD);
            device.send(0xC0, new byte[0]);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PINGRESP);
            assertThatThrownBy(device::receive).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_device_that_is_silent_because_we_do_not_listen_is_not_dropped() throws Exception {
        fixture.close();
        fixture = new EndpointFixture(new Site(), new EndpointLimits(10, 1));
        fixture.site.disk.close();
        try (RawDevice paused = new RawDevice(fixture.port, 4);
                RawDevice idle = new RawDevice(fixture.port, 4)) {
            paused.connect("lift-01", true, 1, EndpointFixture.PASSWORD);
            paused.publish(TELEMETRY, 1, 1, EndpointFixture.reading(1));
            next(fixture.site.disk.syncs);
            // One that we do listen to is dropped for its silence, so the time of the other is over too.
            idle.connect("lift-02", true, 1, EndpointFixture.PASSWORD);
            assertThatThrownBy(idle::receive).isInstanceOf(EOFException.class);
            fixture.site.disk.open();
            assertThat(paused.receive().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        MqttSettings settings = new MqttSettings(
                "127.0.0.1",
                fixture.port,
                0,
                List.of(),
                EndpointFixture.USERNAME,
                new Secret(EndpointFixture.PASSWORD),
                true,
                Duration.ofMinutes(5),
                1024);
        // Within one Vert.x two servers would share the port.
        Vertx other = Vertx.vertx();
        try (MqttEndpoint second = new MqttEndpoint(
                other,
                settings,
                fixture.door,
                identity -> fixture.site.ingest,
                fixture.meters,
                Retention.NONE,
                fixture.site.clock)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("listening for MQTT on 127.0.0.1:" + fixture.port);
        } finally {
            other.close().await();
        }
    }

    @Test
    void closing_acknowledges_what_was_received_and_publishes_no_wills() throws Exception {
        MqttConnectOptions options = EndpointFixture.options();
        options.setWill("equipment/lift-01/status", "offline".getBytes(UTF_8), 1, true);
        MqttAsyncClient device = fixture.device("lift-01", options);
        fixture.site.disk.close();
        List<IMqttDeliveryToken> tokens = new ArrayList<>();
        for (int seq = 0; seq < 100; seq++) {
            tokens.add(device.publish(TELEMETRY, EndpointFixture.reading(seq), 1, false));
        }
        Site.await(() -> fixture.site.ingest.snapshot().received() == 100);
        Thread closing = Thread.startVirtualThread(fixture.endpoint::close);
        fixture.site.disk.open();
        closing.join();
        for (IMqttDeliveryToken token : tokens) {
            token.waitForCompletion(PATIENCE);
        }
        fixture.site.ingest.close();
        assertThat(fixture.site.devices.statuses).isEmpty();
        assertThat(fixture.site.stored())
                .extracting(Reading::seq)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).mapToObj(Long::valueOf).toList());
    }

    private static void flood(RawDevice device, byte[] payload, int messages) {
        try {
            for (int packet = 1; packet <= messages; packet++) {
                device.publish(TELEMETRY, 1, packet, payload);
            }
        } catch (IOException e) {
            throw new IllegalStateException("flooding", e);
        }
    }
}
