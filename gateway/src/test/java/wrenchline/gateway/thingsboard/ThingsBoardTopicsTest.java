package wrenchline.gateway.thingsboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.payload.Sender;

class ThingsBoardTopicsTest {

    private static final String ATTRIBUTES = "v1/devices/me/attributes";

    private final Site site = new Site();
    private final ThingsBoardTopics topics = new ThingsBoardTopics(site.ingest, site.devices, Site.MAX_PAYLOAD_BYTES);
    private final BlockingQueue<Outcome> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void telemetry_and_what_is_no_number_in_it_are_kept() throws InterruptedException {
        send("v1/devices/me/telemetry", "{\"oil_temp\": 50, \"mode\": \"lifting\"}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.stored())
                .singleElement()
                .satisfies(reading -> assertThat(reading.values()).isEqualTo(Map.of("oil_temp", 50.0)));
        Site.await(() -> !site.devices.attributes(new EquipmentId("lift-01")).isEmpty());
        assertThat(site.devices.attributes(new EquipmentId("lift-01")))
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.value()).isEqualTo("\"lifting\""));
    }

    @Test
    void a_device_is_told_the_attributes_for_which_it_asks() throws InterruptedException {
        send(ATTRIBUTES, "{\"firmware\": \"2.10\", \"doors\": 2}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        Site.await(() -> site.devices.attributes(new EquipmentId("lift-01")).size() == 2);
        send(ATTRIBUTES + "/request/7", "{\"clientKeys\": \"firmware,firmware,colour\", \"sharedKeys\": \"limit\"}");
        assertThat(next(published)).isEqualTo(ATTRIBUTES + "/response/7 {\"client\":{\"firmware\":\"2.10\"}}");
        send(ATTRIBUTES + "/request/8", "{\"sharedKeys\": \"limit\"}");
        assertThat(next(published)).isEqualTo(ATTRIBUTES + "/response/8 {}");
        send(ATTRIBUTES + "/request/9", "{}");
        assertThat(next(published)).contains("/response/9", "\"doors\":2", "\"firmware\":\"2.10\"");
    }

    @Test
    void poison_is_quarantined_as_it_came() throws InterruptedException {
        send("v1/devices/me/telemetry", "temperature=5");
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        assertThat(next(site.quarantine.messages).payload()).asString().isEqualTo("temperature=5");
    }

    private void send(String topic, String payload) {
        topics.receive(
                new Arrival(
                        "test",
                        Sender.named("lift-01"),
                        topic,
                        payload.getBytes(UTF_8),
                        site.clock.instant(),
                        (answer, bytes, qos, retain) -> published.add(answer + " " + new String(bytes, UTF_8)),
                        acknowledged::add),
                () -> {});
    }
}
