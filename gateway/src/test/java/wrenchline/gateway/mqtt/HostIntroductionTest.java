package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.BrokerSettings;
import wrenchline.config.Secret;
import wrenchline.config.SparkplugSettings;
import wrenchline.gateway.Site;
import wrenchline.gateway.mqtt.ScriptedBroker.Link;
import wrenchline.gateway.mqtt.ScriptedBroker.Request;
import wrenchline.gateway.sparkplug.SparkplugHost;
import wrenchline.testkit.SettableClock;

/** How a Sparkplug host introduces itself, packet by packet. */
class HostIntroductionTest {

    private static final String STATE = "spBv1.0/STATE/wrenchline";
    private static final int SUBSCRIBE = 0x82;
    private static final int PUBLISH_RETAINED_AT_QOS_1 = 0x33;
    private static final int CLEAN_SESSION_WITH_RETAINED_WILL_AT_QOS_1 = 0b10_1110;

    /** Behind the name and the version of the protocol. */
    private static final int FLAGS_AT = 7;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final Site site = new Site(clock);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_host_subscribes_in_a_clean_session_and_then_publishes_its_birth_before_anything_else() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker();
                BrokerClient _ = client(broker);
                Link link = broker.accept()) {
            assertThat(link.connect[FLAGS_AT]).isEqualTo((byte) CLEAN_SESSION_WITH_RETAINED_WILL_AT_QOS_1);
            Request subscribe = next(link.requests);
            assertThat(subscribe.header()).isEqualTo(SUBSCRIBE);
            assertThat(subscribe.says("spBv1.0/#")).isTrue();
            Request birth = next(link.requests);
            assertThat(birth.header()).isEqualTo(PUBLISH_RETAINED_AT_QOS_1);
            assertThat(birth.says(STATE)).isTrue();
            assertThat(birth.says(state(true, clock.instant()))).isTrue();
        }
    }

    @Test
    void a_host_has_a_time_of_its_own_on_each_server_and_a_new_one_on_each_connection() throws Exception {
        Instant began = clock.instant();
        try (ScriptedBroker one = new ScriptedBroker();
                ScriptedBroker other = new ScriptedBroker();
                BrokerClient _ = client(one);
                Link first = one.accept()) {
            assertThat(birth(first)).isEqualTo(began);
            clock.advance(Duration.ofSeconds(5));
            try (BrokerClient _ = client(other);
                    Link link = other.accept()) {
                assertThat(birth(link)).isEqualTo(began.plusSeconds(5));
                // The first is told what it is told by a late will: it repeats what it said there.
                first.raw(ScriptedBroker.publication(
                        STATE, 0x32, 1, state(false, began.minusSeconds(60)).getBytes(UTF_8)));
                assertThat(birth(first)).isEqualTo(began);
            }
            clock.advance(Duration.ofSeconds(5));
            first.drop();
            try (Link again = one.accept()) {
                assertThat(birth(again)).isEqualTo(began.plusSeconds(10));
            }
        }
    }

    /** The time in the next birth, which is that in the will of the connection. */
    private static Instant birth(Link link) throws InterruptedException {
        Request request = next(link.requests);
        while (request.header() == SUBSCRIBE) {
            request = next(link.requests);
        }
        String said = new String(request.body(), UTF_8);
        Instant at = Instant.ofEpochMilli(Long.parseLong(said.replaceAll("(?s).*\"timestamp\":(\\d+).*", "$1")));
        assertThat(said).endsWith(state(true, at));
        assertThat(new String(link.connect, UTF_8)).contains(state(false, at));
        return at;
    }

    private static String state(boolean online, Instant at) {
        return "{\"online\":%s,\"timestamp\":%d}".formatted(online, at.toEpochMilli());
    }

    private BrokerClient client(ScriptedBroker broker) {
        SparkplugHost host = new SparkplugHost(
                new SparkplugSettings("wrenchline", Duration.ofMillis(1), Map.of(), Map.of()),
                _ -> false,
                site.ingest,
                clock,
                Site.MAX_PAYLOAD_BYTES);
        BrokerSettings settings = new BrokerSettings(broker.url(), "wrenchline-test", true, "", new Secret(""));
        BrokerClient client = BrokerClient.of(settings, Site.MAX_PAYLOAD_BYTES, host, clock);
        client.start();
        return client;
    }
}
