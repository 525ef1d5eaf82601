package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.BrokerSettings;
import wrenchline.config.Secret;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.RetainedCopies;
import wrenchline.gateway.payload.PayloadDecoder;

@Tag("peer")
@Tag("mosquitto")
class BrokerClientTest {

    private static final String TELEMETRY = "equipment/lift-01/telemetry";

    @TempDir
    private Path folder;

    private Mosquitto mosquitto;
    private Site site = new Site();
    private BrokerClient client;

    @BeforeEach
    void start() throws IOException {
        mosquitto = new Mosquitto(folder);
        client = client();
    }

    @AfterEach
    void stop() {
        client.close();
        site.close();
        mosquitto.close();
    }

    @Test
    void what_is_published_to_the_broker_is_kept_and_not_brought_again() throws Exception {
        mosquitto.publish(TELEMETRY, readings(0, 300));
        await(() -> site.ingest.snapshot().acknowledged() == 300);
        assertThat(seqs())
                .containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
        restartProduct();
        mosquitto.publish(TELEMETRY, readings(300, 301));
        await(() -> site.ingest.snapshot().acknowledged() >= 1);
        assertThat(site.ingest.snapshot().received()).isOne();
    }

    @Test
    void poison_is_quarantined_and_acknowledged() throws Exception {
        mosquitto.publish(TELEMETRY, List.of("garbage"));
        assertThat(next(site.quarantine.messages).source()).isEqualTo("broker:wrenchline-test");
        mosquitto.publish(TELEMETRY, readings(1, 2));
        await(() -> site.ingest.snapshot().storing().stored() == 1);
    }

    @Test
    void an_answer_goes_back_to_the_broker_from_which_the_message_came() throws Exception {
        client.close();
        client = client((arrival, whenRoom) -> {
            if (arrival.topic().equals(TELEMETRY)) {
                arrival.origin().publish("equipment/lift-01/status", "online".getBytes(UTF_8), 1, false);
            }
            return site.ingest.receive(arrival, whenRoom);
        });
        mosquitto.publish(TELEMETRY, readings(0, 1));
        assertThat(next(site.devices.statuses).online()).isTrue();
    }

    @Test
    void a_restart_of_the_broker_is_survived() throws Exception {
        mosquitto.publish(TELEMETRY, readings(0, 10));
        await(() -> site.ingest.snapshot().acknowledged() == 10);
        mosquitto.stop();
        await(() -> client.trouble().isPresent());
        mosquitto.startAgain();
        await(() -> client.trouble().isEmpty());
        mosquitto.publish(TELEMETRY, readings(10, 20));
        await(() -> seqs().size() == 20);
    }

    @Test
    void an_acknowledgement_that_comes_after_its_connection_does_not_count_and_the_message_comes_again()
            throws Exception {
        site.disk.close();
        mosquitto.publish(TELEMETRY, readings(0, 10));
        next(site.disk.syncs);
        await(() -> site.ingest.snapshot().received() == 10);
        mosquitto.stop();
        await(() -> client.trouble().isPresent());
        site.disk.open();
        await(() -> site.ingest.snapshot().acknowledged() == 10);
        mosquitto.startAgain();
        await(() -> site.ingest.snapshot().acknowledged() == 20);
        assertThat(seqs())
                .containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList());
    }

    @Test
    void what_was_published_while_the_product_was_away_or_its_disk_was_comes_afterwards() throws Exception {
        site.disk.close();
        mosquitto.publish(TELEMETRY, readings(0, 10));
        next(site.disk.syncs);
        await(() -> site.ingest.snapshot().received() == 10);
        // It leaves while its disk hangs.
        Thread leaving = Thread.startVirtualThread(client::close);
        mosquitto.publish(TELEMETRY, readings(10, 20));
        site.disk.open();
        leaving.join();
        restartProduct();
        await(() -> seqs().size() == 20);
        assertThat(seqs())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void a_retained_reading_without_a_time_is_kept_once_however_often_the_broker_brings_it() throws Exception {
        mosquitto.retain(TELEMETRY, "{\"values\": {\"oil_temp\": 50, \"pressure\": 3}}");
        await(() -> site.ingest.snapshot().acknowledged() == 1);
        assertThat(site.stored()).hasSize(1);
        restartProduct();
        await(() -> site.ingest.snapshot().acknowledged() == 1);
        mosquitto.retain(TELEMETRY, "{\"values\": {\"oil_temp\": 51, \"pressure\": 3}}");
        await(() -> site.ingest.snapshot().acknowledged() == 2);
        assertThat(site.stored())
                .extracting(Reading::values)
                .containsExactly(Map.of("oil_temp", 50.0, "pressure", 3.0), Map.of("oil_temp", 51.0, "pressure", 3.0));
    }

    private void restartProduct() {
        client.close();
        site.ingest.close();
        site = site.restarted(Instant.now());
        client = client();
    }

    private BrokerClient client() {
        return client(site.ingest);
    }

    private BrokerClient client(Inlet inlet) {
        BrokerClient started = new BrokerClient(
                new BrokerSettings(mosquitto.url(), "wrenchline-test", false, "", new Secret("")),
                Site.MAX_PAYLOAD_BYTES,
                inlet,
                new RetainedCopies(inlet, site.ingest, new PayloadDecoder(Site.MAX_PAYLOAD_BYTES), site.history),
                site.clock);
        started.start();
        await(() -> started.trouble().isEmpty());
        return started;
    }

    private List<Long> seqs() {
        return site.stored().stream().map(Reading::seq).toList();
    }

    private static List<String> readings(int from, int to) {
        Instant at = Instant.now();
        return IntStream.range(from, to)
                .mapToObj(
                        seq -> "{\"ts\": " + at.minusSeconds(60).plusMillis(seq).toEpochMilli() + ", \"seq\": " + seq
                                + ", \"values\": {\"oil_temp\": 50}}")
                .toList();
    }
}
