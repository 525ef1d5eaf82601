package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** Health and metrics. */
class HealthTest {

    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void alive_is_whoever_answers() {
        assertThat(server.send(server.bare("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    void without_the_hotline_the_product_is_ready_but_degraded_and_says_why() {
        var response = server.send(server.bare("/health/ready"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(SampleServer.json(response).path("status").asText()).isEqualTo("DEGRADED");
        assertThat(response.body()).contains("hotline", "Asterisk is not installed");
    }

    @Test
    void without_an_essential_part_it_is_not_ready() {
        server.parts = List.of(Health.Part.down("database", true, "connection refused"));
        var response = server.send(server.bare("/health/ready"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(SampleServer.json(response).path("status").asText()).isEqualTo("NOT_READY");
    }

    @Test
    void with_every_part_up_it_is_ready() {
        server.parts = List.of(Health.Part.up("database", true), Health.Part.up("hotline", false));
        assertThat(SampleServer.json(server.send(server.bare("/health/ready")))
                        .path("status")
                        .asText())
                .isEqualTo("READY");
    }

    @Test
    void metrics_are_in_the_format_of_prometheus() {
        server.site.overheat(71.5);
        server.get("/tickets");
        String text = server.send(server.bare("/metrics")).body();
        assertThat(text.lines())
                .contains(
                        "wrenchline_part_up{part=\"hotline\"} 0",
                        "wrenchline_tickets_open 1",
                        "# TYPE wrenchline_tickets_open gauge",
                        "wrenchline_http_requests_total{operation=\"listTickets\",status=\"200\"} 1")
                .allMatch(line -> line.startsWith("# ") || line.matches("[a-z_]+(\\{[^}]*})? [-0-9.E]+"));
    }
}
