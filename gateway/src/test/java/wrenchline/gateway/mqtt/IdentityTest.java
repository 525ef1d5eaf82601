package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static wrenchline.gateway.Site.next;

import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.io.EOFException;
import java.io.IOException;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;

/** Machines with accounts of their own at the endpoint. */
class IdentityTest {

    private static final String OWN = "equipment/lift-07/telemetry";
    private static final String FOREIGN = "equipment/lift-08/telemetry";

    private final EndpointFixture fixture = new EndpointFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_machine_comes_in_with_its_own_password_and_its_reading_is_kept() throws IOException {
        try (RawDevice device = machine(4, "lift-07", "secret")) {
            device.publish(OWN, 1, 1, EndpointFixture.reading(1));
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBACK);
            assertThat(fixture.site.stored()).extracting(Reading::seq).containsExactly(1L);
        }
    }

    @Test
    void what_came_in_the_same_breath_as_the_sign_in_is_taken_once_it_is_let_in() throws IOException {
        fixture.accounts.enrol("lift-07", "secret");
        fixture.review();
        try (RawDevice device = new RawDevice(fixture.port, 4)) {
            device.sendConnect("c", true, 0, "lift-07", "secret");
            device.publish(OWN, 1, 1, EndpointFixture.reading(1));
            assertThat(device.receive().type()).isEqualTo(RawDevice.CONNACK);
            assertThat(device.receive().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void what_came_in_the_same_breath_as_a_wrong_password_is_not_taken() throws IOException {
        try (RawDevice device = new RawDevice(fixture.port, 4)) {
            device.sendConnect("c", true, 0, "lift-07", "wrong");
            device.publish(OWN, 1, 1, EndpointFixture.reading(1));
            assertThat(device.receive().body()[1])
                    .as("bad user name or password")
                    .isEqualTo((byte) 4);
            assertThatThrownBy(device::receive).isInstanceOf(EOFException.class);
        }
        assertThat(fixture.site.ingest.snapshot().received()).isZero();
    }

    @Test
    void who_would_prove_himself_in_a_way_that_we_do_not_know_is_told_so() throws IOException {
        try (RawDevice device = new RawDevice(fixture.port, 5)) {
            device.raw(RawPackets.connectBy("SCRAM-SHA-256", "lift-07"));
            assertThat(device.receive().body()[1])
                    .as("bad authentication method")
                    .isEqualTo((byte) 0x8C);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void a_message_about_another_machine_is_acknowledged_from_the_quarantine(int version) throws IOException {
        try (RawDevice device = machine(version, "lift-07", "secret")) {
            device.publish(FOREIGN, 1, 1, EndpointFixture.reading(1));
            RawDevice.Packet acknowledgement = device.receive();
            assertThat(acknowledgement.type()).isEqualTo(RawDevice.PUBACK);
            if (version == 5) {
                assertThat(acknowledgement.body()[2]).isEqualTo(MqttPubAckReasonCode.NOT_AUTHORIZED.value());
            }
            Site.await(() -> !fixture.site.quarantine.messages.isEmpty());
            assertThat(fixture.site.quarantine.newest(10))
                    .extracting(Quarantined::topic, Quarantined::source, Quarantined::reason)
                    .containsExactly(tuple(FOREIGN, "mqtt:lift-07/c", "the sender may not publish to this topic"));
            assertThat(fixture.guard.foreign()).isEqualTo(1);
            assertThat(fixture.site.stored()).isEmpty();
        }
    }

    @Test
    void a_will_about_another_machine_is_refused() {
        fixture.accounts.enrol("lift-07", "secret");
        fixture.review();
        MqttConnectOptions options = EndpointFixture.options();
        options.setUserName("lift-07");
        options.setPassword("secret".toCharArray());
        options.setWill("equipment/lift-08/status", "offline".getBytes(UTF_8), 1, true);
        assertThatThrownBy(() -> fixture.device("c", options)).hasMessageContaining("Not authorized");
    }

    @Test
    void a_revoked_machine_is_sent_away_at_once_and_stays_outside() throws IOException {
        try (RawDevice device = machine(5, "lift-07", "secret");
                RawDevice other = machine(5, "lift-08", "other secret")) {
            fixture.accounts.revoke("lift-07");
            fixture.review();
            RawDevice.Packet farewell = device.receive();
            assertThat(farewell.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(farewell.body()[0]).isEqualTo(MqttDisconnectReasonCode.NOT_AUTHORIZED.value());
            assertThatThrownBy(device::receive).isInstanceOf(EOFException.class);

            other.publish(FOREIGN, 1, 1, EndpointFixture.reading(1));
            assertThat(other.receive().type()).isEqualTo(RawDevice.PUBACK);
        }
        try (RawDevice device = new RawDevice(fixture.port, 4)) {
            assertThat(device.connect("c", true, 0, "lift-07", "secret").body()[1])
                    .as("bad user name or password")
                    .isEqualTo((byte) 4);
        }
    }

    @Test
    void machines_of_one_client_id_do_not_disturb_each_other() throws IOException {
        try (RawDevice first = machine(4, "lift-07", "secret");
                RawDevice second = machine(4, "lift-08", "other secret")) {
            first.publish(OWN, 1, 1, EndpointFixture.reading(1));
            assertThat(first.receive().type()).isEqualTo(RawDevice.PUBACK);
            second.publish(FOREIGN, 1, 1, EndpointFixture.reading(1));
            assertThat(second.receive().type()).isEqualTo(RawDevice.PUBACK);
            assertThat(fixture.endpoint.connections()).isEqualTo(2);
        }
    }

    @Test
    void guessing_grows_slower() throws Exception {
        long began = System.nanoTime();
        for (int guess = 0; guess < 4; guess++) {
            try (RawDevice device = new RawDevice(fixture.port, 4)) {
                device.connect("c", true, 0, "guess " + guess);
            }
        }
        assertThat(System.nanoTime() - began).isGreaterThan(1_400_000_000L);
        assertThat(fixture.door.refused()).isEqualTo(4);
        try (RawDevice device = RawDevice.connected(fixture.port, 4, "c", true)) {
            device.publish(OWN, 1, 1, EndpointFixture.reading(1));
            next(fixture.site.disk.syncs);
        }
    }

    private RawDevice machine(int version, String equipment, String password) throws IOException {
        fixture.accounts.enrol(equipment, password);
        fixture.review();
        RawDevice device = new RawDevice(fixture.port, version);
        assertThat(device.connect("c", true, 0, equipment, password).body()[1])
                .as("refusal")
                .isZero();
        return device;
    }
}
