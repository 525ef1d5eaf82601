package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** Complaints through the API. */
class ComplaintsApiTest {

    private static final String LETTER =
            "{\"category\":\"PACKAGING\",\"channel\":\"LETTER\",\"number\":\"13900000001\",\"text\":\"the crate was wet\"}";

    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = new SampleServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_letter_goes_the_whole_way_until_its_customer_is_content() {
        JsonNode opened = SampleServer.json(server.post("/complaints", LETTER));
        String path = "/complaints/" + opened.at("/complaint/id").asLong();
        assertThat(opened.at("/complaint/department").asText()).isEqualTo("WAREHOUSE");
        tell(path, "{\"type\":\"Noted\",\"text\":\"asked the driver\"}");
        tell(path, "{\"type\":\"Given\",\"owner\":\"e1\"}");
        assertThat(tell(path, "{\"type\":\"Flagged\",\"flag\":\"MEDIA\",\"why\":\"a paper asked\"}")
                        .at("/complaint/kind")
                        .asText())
                .isEqualTo("SPECIAL");
        tell(path, "{\"type\":\"Answered\",\"cause\":\"rain\",\"remedy\":\"a new one\"}");
        tell(path, "{\"type\":\"Objected\",\"why\":\"when?\"}");
        tell(path, "{\"type\":\"Answered\",\"cause\":\"rain\",\"remedy\":\"a new one\",\"prevention\":\"covers\"}");
        JsonNode settled = tell(path, "{\"type\":\"Settled\"}");
        assertThat(settled.at("/complaint/state/type").asText()).isEqualTo("Settled");
        assertThat(settled.path("events")).hasSize(7);
        assertThat(server.post(path + "/events", "{\"type\":\"Settled\"}").statusCode())
                .isEqualTo(409);
        assertThat(SampleServer.json(server.get("/complaints")).toString()).contains("the crate was wet");
    }

    @Test
    void the_same_key_enters_it_once() {
        JsonNode first = SampleServer.json(withKey());
        assertThat(SampleServer.json(withKey()).at("/complaint/id")).isEqualTo(first.at("/complaint/id"));
    }

    @Test
    void what_nobody_knows_is_not_found() {
        assertThat(server.get("/complaints/1").statusCode()).isEqualTo(404);
        assertThat(server.post("/complaints/1/events", "{\"type\":\"Settled\"}").statusCode())
                .isEqualTo(404);
        String path = "/complaints/"
                + SampleServer.json(server.post("/complaints", LETTER))
                        .at("/complaint/id")
                        .asLong();
        assertThat(server.post(path + "/events", "{\"type\":\"Given\",\"owner\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post(path + "/events", "{\"type\":\"Given\"}").statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> withKey() {
        return server.send(server.api("/complaints")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "letter-7")
                .POST(BodyPublishers.ofString(LETTER)));
    }

    private static JsonNode tell(String path, String event) {
        HttpResponse<String> answer = server.post(path + "/events", event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SampleServer.json(answer);
    }
}
