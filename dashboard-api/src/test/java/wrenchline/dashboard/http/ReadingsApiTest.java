package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.dashboard.SampleServer;

/** Readings by the API. */
class ReadingsApiTest {

    private SampleServer server;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        now = server.clock.instant();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_last_hour_is_given_when_nothing_else_is_asked_for() {
        server.site.oilTemperature(now.minusSeconds(3_700), 1, 10);
        server.site.oilTemperature(now.minusSeconds(1_800), 2, 20);
        var history = SampleServer.json(server.get("/equipment/sample-lift-1/readings?metric=oil_temp"));
        assertThat(history.path("points")).hasSize(1);
        assertThat(history.at("/points/0/mean").asDouble()).isEqualTo(20);
    }

    @Test
    void a_point_keeps_the_spike_that_the_mean_hides() {
        server.site.oilTemperature(now.minusSeconds(30), 1, 10);
        server.site.oilTemperature(now.minusSeconds(20), 2, 90);
        var point = SampleServer.json(server.get("/equipment/sample-lift-1/readings?metric=oil_temp&points=1"))
                .at("/points/0");
        assertThat(point.path("min").asDouble()).isEqualTo(10);
        assertThat(point.path("max").asDouble()).isEqualTo(90);
        assertThat(point.path("mean").asDouble()).isEqualTo(50);
        assertThat(point.path("count").asInt()).isEqualTo(2);
    }

    @Test
    void times_are_milliseconds_or_rfc_3339_with_any_offset() {
        server.site.oilTemperature(Instant.parse("2026-01-05T00:30:00Z"), 1, 10);
        String path = "/equipment/sample-lift-1/readings/raw?";
        assertThat(seqs(path + "from=2026-01-05T00:00:00Z&to=2026-01-05T01:00:00Z"))
                .containsExactly(1L);
        assertThat(seqs(path + "from=2026-01-05T08:30:00%2B08:00")).containsExactly(1L);
        assertThat(seqs(path + "from=2026-01-05T08:30:00+08:00")).containsExactly(1L);
        assertThat(seqs(path + "from=" + Instant.parse("2026-01-05T00:30:00Z").toEpochMilli()))
                .containsExactly(1L);
        assertThat(seqs(path + "from=2026-01-05T00:00:00Z&to=2026-01-05T00:30:00Z"))
                .isEmpty();
    }

    @Test
    void raw_readings_are_paged_without_loss_also_where_many_have_one_instant() {
        for (int seq = 1; seq <= 50; seq++) {
            server.site.oilTemperature(now.minusSeconds(3_000 - (seq / 7) * 300L), seq, seq);
        }
        List<Long> all = new ArrayList<>();
        String from = now.minusSeconds(3_600).toString();
        while (!from.equals("null")) {
            String path = "/equipment/sample-lift-1/readings/raw?limit=5&from=" + from;
            all.addAll(seqs(path));
            from = SampleServer.json(server.get(path)).path("next").asText("null");
        }
        assertThat(all).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void a_machine_that_is_in_no_register_is_shown_all_the_same() {
        server.site.devices.heard(new EquipmentId("3.14"), now);
        var machine = SampleServer.json(server.get("/equipment/3.14"));
        assertThat(machine.path("registered").asBoolean()).isFalse();
        assertThat(machine.path("modelFacts").isNull()).isTrue();
        assertThat(server.get("/equipment/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_machine_says_of_itself_is_shown_as_it_came() {
        EquipmentId lift = new EquipmentId("sample-lift-1");
        server.site.devices.keep(
                new DeviceAttributes(lift, now, Map.of("firmware", "\"2.10\"", "limits", "{\"top\": [1, 2]}")));
        var attributes =
                SampleServer.json(server.get("/equipment/sample-lift-1")).path("attributes");
        assertThat(attributes.path(0).path("name").asText()).isEqualTo("firmware");
        assertThat(attributes.path(0).path("value").asText()).isEqualTo("2.10");
        assertThat(attributes.path(1).path("value").path("top").path(1).asInt()).isEqualTo(2);
    }

    private List<Long> seqs(String path) {
        List<Long> seqs = new ArrayList<>();
        SampleServer.json(server.get(path))
                .path("items")
                .forEach(item -> seqs.add(item.path("seq").asLong()));
        return seqs;
    }
}
