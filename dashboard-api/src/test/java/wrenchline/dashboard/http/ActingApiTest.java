package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** In whose name accounts, keys and the operator token may say what happened to a ticket. */
class ActingApiTest {

    private static final String EVENTS = "/api/v1/tickets/1001/events";

    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        server.site.overheat(71.5);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_account_acts_as_the_member_of_staff_who_has_its_name_and_as_nobody_else() {
        HttpResponse<String> session = session("e1", "engineer");
        assertThat(tell(session, "{\"type\":\"Accepted\",\"staff\":\"e2\"}").statusCode())
                .isEqualTo(403);
        assertThat(tell(session, "{\"type\":\"Accepted\",\"customer\":\"Sample\"}")
                        .statusCode())
                .isEqualTo(403);
        JsonNode accepted = SampleServer.json(tell(session, "{\"type\":\"Accepted\"}"));
        assertThat(accepted.at("/state/by/type").asText()).isEqualTo("Staff");
        assertThat(accepted.at("/state/by/id").asText()).isEqualTo("e1");
        assertThat(tell(session, "{\"type\":\"SetOut\",\"staff\":\"e1\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_account_without_a_place_in_the_roster_acts_as_an_operator() {
        JsonNode accepted = SampleServer.json(tell(session("li.sample", "agent"), "{\"type\":\"Accepted\"}"));
        assertThat(accepted.at("/state/by/name").asText()).isEqualTo("li.sample");
    }

    @Test
    void a_key_names_the_customer_only_with_scopes_and_never_a_member_of_staff() {
        String said = "{\"type\":\"Contacted\",\"channel\":\"EMAIL\",\"text\":\"asked\",\"customer\":\"Sample\"}";
        assertThat(tell(key(""), said).statusCode()).isEqualTo(403);
        String scoped = key(",\"scopes\":[\"tickets:write\"]");
        HttpResponse<String> told = tell(scoped, said);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).contains("\"Sample\"");
        assertThat(tell(scoped, "{\"type\":\"Accepted\",\"staff\":\"e1\"}").statusCode())
                .isEqualTo(403);
        assertThat(server.post("/tickets/1001/events", "{\"type\":\"Accepted\",\"staff\":\"e1\"}")
                        .statusCode())
                .as("whoever holds the operator token")
                .isEqualTo(200);
    }

    private HttpResponse<String> session(String name, String role) {
        String password = SampleServer.json(
                        server.post("/accounts", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}"))
                .path("password")
                .asText();
        return server.send(server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")));
    }

    private String key(String scopes) {
        return SampleServer.json(server.post("/keys", "{\"name\":\"shop\",\"role\":\"agent\"" + scopes + "}"))
                .path("key")
                .asText();
    }

    private HttpResponse<String> tell(HttpResponse<String> session, String event) {
        return tell(
                server.bare(EVENTS)
                        .header(
                                "Cookie",
                                session.headers()
                                        .firstValue("Set-Cookie")
                                        .orElseThrow()
                                        .split(";", 2)[0])
                        .header(
                                "X-CSRF-Token",
                                SampleServer.json(session).path("csrf").asText()),
                event);
    }

    private HttpResponse<String> tell(String key, String event) {
        return tell(server.bare(EVENTS).header("Authorization", "Bearer " + key), event);
    }

    private HttpResponse<String> tell(HttpRequest.Builder request, String event) {
        return server.send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(event)));
    }
}
