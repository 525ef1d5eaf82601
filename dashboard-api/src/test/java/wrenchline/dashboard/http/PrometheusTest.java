package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** Grafana's Prometheus data source finds here what it asks for. */
class PrometheusTest {

    private SampleServer server;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        now = server.clock.instant();
        server.site.oilTemperature(now.minusSeconds(90), 1, 61.5);
        server.site.oilTemperature(now.minusSeconds(30), 2, 75.25);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_range_holds_what_was_measured_and_a_spike_is_in_its_maximum() {
        JsonNode drawn = get("query_range?query=" + encoded("oil_temp{equipment=\"sample-lift-1\",stat=\"max\"}")
                        + "&start=" + now.minusSeconds(3_600).getEpochSecond() + "&end=" + now.getEpochSecond()
                        + "&step=3600")
                .at("/data/result/0");
        assertThat(drawn.at("/metric/model").asText()).isEqualTo("two-post-lift");
        assertThat(drawn.at("/values/0/1").asText()).isEqualTo("75.25");
    }

    @Test
    void the_mean_is_drawn_when_nothing_else_is_asked_for() {
        assertThat(get("query?query=" + encoded("{equipment=~\"sample-.*\"}")).at("/data/result"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.at("/metric/stat").asText()).isEqualTo("mean"));
    }

    @Test
    void names_and_labels_can_be_chosen_from() {
        assertThat(get("label/__name__/values").path("data").toString()).isEqualTo("[\"oil_temp\",\"pressure\"]");
        assertThat(get("label/equipment/values?match[]=pressure".replace("[]", "%5B%5D"))
                        .path("data")
                        .toString())
                .isEqualTo("[\"sample-lift-1\"]");
        assertThat(get("labels").path("data").toString()).contains("customer");
        assertThat(get("status/buildinfo").path("status").asText()).isEqualTo("success");
    }

    @Test
    void functions_and_nonsense_are_refused() {
        for (String query :
                new String[] {"rate(oil_temp[5m])", "oil_temp{", "oil_temp{a=b}", "oil_temp{a=~\"(\"}", "{x}"}) {
            assertThat(server.get("/prometheus/api/v1/query?query=" + encoded(query))
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(server.get("/prometheus/api/v1/query_range?query=oil_temp&start=0&end=99999999&step=1")
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonNode get(String path) {
        var response = server.get("/prometheus/api/v1/" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
