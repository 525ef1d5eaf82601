package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.mqtt.ScriptedBroker.publication;
import static wrenchline.gateway.mqtt.ScriptedBroker.reading;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.config.BrokerSettings;
import wrenchline.config.Secret;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.mqtt.ScriptedBroker.Link;

/** What Paho gets wrong, and what brokers and networks do to us. */
class BrokerFaultsTest {

    private static final int PUBLISH = 0x32;
    private static final int PUBLISH_AGAIN = 0x3A;
    private static final BrokerPatience SHORT = new BrokerPatience(
            Duration.ofSeconds(1), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(10));

    private final HandInlet pipeline = new HandInlet();
    private ScriptedBroker broker;
    private BrokerClient client;

    @BeforeEach
    void start() throws IOException {
        broker = new ScriptedBroker();
        BrokerSettings settings = new BrokerSettings(broker.url(), "wrenchline-test", false, "", new Secret(""));
        client = new BrokerClient(
                settings,
                Site.MAX_PAYLOAD_BYTES,
                SHORT,
                () -> new TelemetryErrand(settings, pipeline, pipeline),
                InstantSource.system());
        client.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        broker.close();
    }

    @Test
    void what_the_pipeline_failed_to_take_is_not_acknowledged_and_taken_when_it_comes_again() throws Exception {
        pipeline.failures.set(1);
        try (Link first = broker.accept()) {
            first.publish(1, 1);
            first.awaitEnd();
            assertThat(first.acknowledged).isEmpty();
        }
        try (Link second = broker.accept()) {
            second.raw(reading(PUBLISH_AGAIN, 1, 1));
            pipeline.keepNext();
            assertThat(second.nextAcknowledged()).isEqualTo(1);
        }
    }

    @Test
    void an_acknowledgement_that_comes_after_its_connection_goes_out_on_no_other() throws Exception {
        Arrival late;
        try (Link first = broker.accept()) {
            first.publish(7, 1);
            late = pipeline.next();
        }
        try (Link second = broker.accept()) {
            HandInlet.keep(late);
            second.publish(8, 2);
            pipeline.keepNext();
            assertThat(second.nextAcknowledged()).isEqualTo(8);
        }
    }

    @Test
    void an_acknowledgement_while_there_is_no_connection_is_made_good_when_the_message_comes_again() throws Exception {
        try (Link first = broker.accept()) {
            first.publish(7, 1);
            Arrival early = pipeline.next();
            first.drop();
            await(() -> client.trouble().isPresent());
            HandInlet.keep(early);
        }
        try (Link second = broker.accept()) {
            second.raw(reading(PUBLISH_AGAIN, 7, 1));
            pipeline.keepNext();
            assertThat(second.nextAcknowledged()).isEqualTo(7);
        }
    }

    @Test
    void a_message_that_comes_twice_is_taken_and_acknowledged_twice() throws Exception {
        try (Link link = broker.accept()) {
            link.publish(7, 1);
            link.raw(reading(PUBLISH_AGAIN, 7, 1));
            byte[] first = pipeline.keepNext().payload();
            assertThat(pipeline.keepNext().payload()).isEqualTo(first);
            assertThat(link.nextAcknowledged()).isEqualTo(7);
            assertThat(link.nextAcknowledged()).isEqualTo(7);
        }
    }

    @Test
    void acknowledgements_go_out_in_the_order_of_the_messages() throws Exception {
        try (Link link = broker.accept()) {
            link.publish(3, 1);
            link.publish(9, 2);
            Arrival first = pipeline.next();
            pipeline.keepNext();
            HandInlet.keep(first);
            assertThat(link.nextAcknowledged()).isEqualTo(3);
            assertThat(link.nextAcknowledged()).isEqualTo(9);
        }
    }

    @Test
    void what_a_resumed_session_sends_before_anything_was_subscribed_to_is_taken() throws Exception {
        try (Link link = broker.acceptSilently()) {
            link.welcome(1, reading(PUBLISH_AGAIN, 5, 1));
            pipeline.keepNext();
            assertThat(link.nextAcknowledged()).isEqualTo(5);
        }
    }

    @Test
    void a_full_pipeline_holds_the_broker_back_keeps_the_connection_and_goes_on_where_it_was() throws Exception {
        int flood = 5_000;
        pipeline.fill();
        try (Link link = broker.accept()) {
            Thread flooding = Thread.startVirtualThread(() -> flood(link, flood));
            pipeline.keepNext();
            int pings = link.pings.get();
            // Longer than the keep-alive.
            await(() -> link.pings.get() >= pings + 4);
            assertThat(pipeline.arrivals).hasSizeLessThan(20);
            pipeline.makeRoom();
            await(() -> pipeline.arrivals.size() == flood - 1);
            flooding.join();
            pipeline.arrivals.forEach(HandInlet::keep);
            assertThat(new String(last().payload(), UTF_8)).contains("\"seq\": " + flood);
            assertThat(client.trouble()).isEmpty();
        }
    }

    @Test
    void a_broker_from_which_nothing_comes_any_more_is_given_up_and_tried_again() throws Exception {
        try (Link first = broker.accept()) {
            first.fallSilent();
            first.awaitEnd();
        }
        try (Link second = broker.accept()) {
            second.publish(1, 1);
            pipeline.keepNext();
            assertThat(second.nextAcknowledged()).isEqualTo(1);
        }
    }

    @Test
    void a_refused_subscription_is_told_and_tried_again() throws Exception {
        try (Link first = broker.acceptSilently()) {
            first.welcome(0x80);
            await(() -> client.trouble().orElse("").contains("refuses"));
        }
        try (Link _ = broker.accept()) {
            await(() -> client.trouble().isEmpty());
        }
    }

    @Test
    void a_message_far_too_long_is_cut_and_taken_and_does_not_come_again_for_ever() throws Exception {
        try (Link link = broker.accept()) {
            link.raw(publication(ScriptedBroker.TOPIC, PUBLISH, 1, new byte[40 << 20]));
            link.publish(2, 1);
            assertThat(pipeline.keepNext().payload()).hasSizeBetween(Site.MAX_PAYLOAD_BYTES + 1, 1 << 20);
            assertThat(new String(pipeline.keepNext().payload(), UTF_8)).contains("\"seq\": 1,");
            assertThat(link.nextAcknowledged()).isEqualTo(1);
            assertThat(link.nextAcknowledged()).isEqualTo(2);
        }
    }

    /** Paho's own reader dies of each of them, and nobody is told. */
    @ParameterizedTest
    @ValueSource(strings = {"lift：01", "举升机𠮷", "lift\u000101", "lift\ufffe"})
    void a_topic_that_paho_cannot_bear_is_taken_like_any_other(String machine) throws Exception {
        try (Link link = broker.accept()) {
            link.raw(publication("equipment/" + machine + "/telemetry", PUBLISH, 1, new byte[10]));
            assertThat(pipeline.keepNext().topic()).isEqualTo("equipment/" + machine + "/telemetry");
            assertThat(link.nextAcknowledged()).isEqualTo(1);
        }
    }

    /** Hexadecimal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000", // type 0
                "3605000178" + "0001", // QoS 3
                "320300097800", // a topic longer than the packet
                "32ffffffff01", // a length that does not end
                "40ffffff7f", // an acknowledgement of 256 MB
                "90020001", // SUBACK that nobody waits for
                "b00100", // UNSUBACK cut off
            })
    void a_malformed_packet_ends_the_connection_and_nothing_else(String packet) throws Exception {
        try (Link first = broker.accept()) {
            first.raw(HexFormat.of().parseHex(packet));
            first.awaitEnd();
        }
        try (Link second = broker.accept()) {
            second.publish(1, 1);
            pipeline.keepNext();
            assertThat(second.nextAcknowledged()).isEqualTo(1);
        }
    }

    private static void flood(Link link, int count) {
        try {
            for (int seq = 1; seq <= count; seq++) {
                link.publish(seq, seq);
            }
        } catch (IOException e) {
            throw new IllegalStateException("flooding", e);
        }
    }

    private Arrival last() {
        return List.copyOf(pipeline.arrivals).getLast();
    }
}
