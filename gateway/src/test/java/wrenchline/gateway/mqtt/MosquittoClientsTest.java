package wrenchline.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.gateway.Site;

/** Our endpoint as a broker between clients that were not made for it. */
@Tag("peer")
@Tag("mosquitto")
class MosquittoClientsTest {

    private static final String STATUS = "equipment/lift-01/status";
    private static final String TELEMETRY = "equipment/lift-01/telemetry";
    private static final String READING = "{\"values\": {\"oil_temp\": 50}}";

    private final EndpointFixture fixture = new EndpointFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void what_is_published_reaches_who_subscribes_with_the_lower_qos_of_both(String version) throws Exception {
        try (MosquittoClient subscriber = subscriber(version, "lift-01", "-q", "2", "-t", "equipment/lift-01/+")) {
            MosquittoClient.publish(fixture.port, "-V", version, "-q", "1", "-t", TELEMETRY, "-m", READING);
            assertThat(next(subscriber.messages)).isEqualTo(TELEMETRY + " 1 0 " + READING);
            MosquittoClient.publish(fixture.port, "-V", version, "-q", "2", "-t", STATUS, "-m", "online");
            assertThat(next(subscriber.messages)).isEqualTo(STATUS + " 1 0 online");
            MosquittoClient.publish(fixture.port, "-V", version, "-q", "0", "-t", STATUS, "-m", "offline");
            assertThat(next(subscriber.messages)).isEqualTo(STATUS + " 0 0 offline");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void a_retained_status_is_told_to_who_comes_later_until_it_is_cleared(String version) throws Exception {
        MosquittoClient.publish(fixture.port, "-V", version, "-q", "1", "-r", "-t", STATUS, "-m", "online");
        try (MosquittoClient later = subscriber(version, "lift-01", "-q", "1", "-t", "equipment/lift-01/#")) {
            assertThat(next(later.messages)).isEqualTo(STATUS + " 1 1 online");
            MosquittoClient.publish(fixture.port, "-V", version, "-q", "1", "-r", "-n", "-t", STATUS);
            assertThat(next(later.messages)).isEqualTo(STATUS + " 1 0 ");
            later.leave();
        }
        Site.await(() -> fixture.endpoint.hub().subscriptions() == 0);
        try (MosquittoClient last = subscriber(version, "lift-01", "-q", "1", "-t", "equipment/lift-01/#")) {
            MosquittoClient.publish(fixture.port, "-q", "1", "-t", TELEMETRY, "-m", READING);
            assertThat(next(last.messages)).startsWith(TELEMETRY);
        }
        assertThat(fixture.site.quarantine.messages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void the_will_of_a_client_that_vanishes_reaches_who_subscribes(String version) throws Exception {
        try (MosquittoClient subscriber = subscriber(version, "lift-01", "-q", "1", "-t", STATUS)) {
            MosquittoClient rude = subscriber(
                    version,
                    "lift-02",
                    "-t",
                    "equipment/lift-02/#",
                    "--will-topic",
                    STATUS,
                    "--will-payload",
                    "offline",
                    "--will-qos",
                    "1");
            rude.close();
            assertThat(next(subscriber.messages)).isEqualTo(STATUS + " 1 0 offline");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void what_is_published_while_a_subscriber_is_away_waits_for_it(String version) throws Exception {
        String[] session = version.equals("mqttv5")
                ? new String[] {"-c", "-x", "300", "-q", "1", "-t", "equipment/lift-01/#"}
                : new String[] {"-c", "-q", "1", "-t", "equipment/lift-01/#"};
        try (MosquittoClient before = subscriber(version, "lift-01", session)) {
            before.leave();
        }
        Site.await(() -> fixture.endpoint.connections() == 0);
        for (int seq = 0; seq < 5; seq++) {
            MosquittoClient.publish(fixture.port, "-q", "1", "-t", TELEMETRY, "-m", reading(seq));
        }
        try (MosquittoClient after = start(version, "lift-01", session)) {
            assertThat(IntStream.range(0, 5).mapToObj(seq -> nextOf(after)).toList())
                    .containsExactlyElementsOf(IntStream.range(0, 5)
                            .mapToObj(seq -> TELEMETRY + " 1 0 " + reading(seq))
                            .toList());
        }
    }

    @Test
    void what_belongs_to_a_message_of_mqtt_5_goes_on_with_it() throws Exception {
        try (MosquittoClient subscriber =
                subscriber("mqttv5", "lift-01", "-q", "1", "-t", TELEMETRY, "-F", "MESSAGE %t %C %R %D %P %p")) {
            MosquittoClient.publish(
                    fixture.port,
                    "-V",
                    "mqttv5",
                    "-q",
                    "1",
                    "-t",
                    TELEMETRY,
                    "-m",
                    READING,
                    "-D",
                    "publish",
                    "content-type",
                    "application/json",
                    "-D",
                    "publish",
                    "response-topic",
                    "equipment/lift-01/answer",
                    "-D",
                    "publish",
                    "correlation-data",
                    "17",
                    "-D",
                    "publish",
                    "user-property",
                    "line",
                    "3");
            assertThat(next(subscriber.messages))
                    .isEqualTo(TELEMETRY + " application/json equipment/lift-01/answer 17 line:3 " + READING);
        }
    }

    /** One that is subscribed. */
    private MosquittoClient subscriber(String version, String client, String... arguments) throws Exception {
        int before = fixture.endpoint.hub().subscriptions();
        MosquittoClient subscriber = start(version, client, arguments);
        Site.await(() -> fixture.endpoint.hub().subscriptions() > before);
        return subscriber;
    }

    private MosquittoClient start(String version, String client, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-V", version, "-i", client));
        all.addAll(List.of(arguments));
        return new MosquittoClient(fixture.port, all);
    }

    private static String reading(int seq) {
        return "{\"seq\": " + seq + ", \"values\": {\"oil_temp\": 50}}";
    }

    private static String nextOf(MosquittoClient client) {
        try {
            return next(client.messages);
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for a message", e);
        }
    }
}
