package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** Promises as the API shows them, over the real PostgreSQL. */
class PromisesApiTest {

    private StoredSite stored;
    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
    }

    @AfterEach
    void stop() {
        server.close();
        stored.close();
    }

    @Test
    void a_broken_promise_is_reported_with_its_cause_by_clause_and_month() {
        server.site.overheat(71.5);
        JsonNode promise = promise("response-2h");
        assertThat(promise.at("/why/en").asText()).isNotEmpty();
        assertThat(promise.at("/results/0/met").isNull()).isTrue();
        server.clock.advance(Duration.ofHours(2));
        server.site.sweep();
        JsonNode broken = promise("response-2h");
        assertThat(broken.at("/state/type").asText()).isEqualTo("Broken");
        assertThat(broken.at("/results/0/met").asBoolean(true)).isFalse();
        assertThat(broken.path("events").toString()).contains("NOBODY_ACCEPTED");
        String path = "/promises/" + broken.path("id").asText();
        assertThat(server.post(path + "/cause", "{\"cause\":\"SYSTEM\",\"text\":\"no power\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode report = SampleServer.json(server.get("/reports/promises?from=2026-01"));
        assertThat(report.path("items").toString())
                .contains("\"month\":\"2026-01\"", "\"clause\":\"response-2h\"", "\"cause\":\"SYSTEM\"");
    }

    @Test
    void the_contracts_clock_cannot_be_paused() {
        server.site.overheat(71.5);
        String path = "/promises/" + promise("response-2h").path("id").asText() + "/pause";
        HttpResponse<String> refused =
                server.post(path, "{\"reason\":\"snow\",\"requestedBy\":\"A\",\"until\":\"2026-01-05T03:00:00Z\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("never pauses");
    }

    private JsonNode promise(String clause) {
        for (JsonNode promise : SampleServer.json(server.get("/tickets/1001")).path("promises")) {
            if (promise.at("/clause/id").asText().equals(clause)) {
                return promise;
            }
        }
        throw new AssertionError("no promise of " + clause);
    }
}
