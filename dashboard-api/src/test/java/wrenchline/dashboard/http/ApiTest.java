package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Recording;
import wrenchline.dashboard.SampleServer;

/** The API over real HTTP: rights, errors, tickets, replies, recordings. */
class ApiTest {

    private SampleServer server;
    private Path data;

    @BeforeEach
    void start(@TempDir Path folder) {
        data = folder;
        server = new SampleServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobody_gets_in_without_the_token() {
        for (String path : new String[] {"/status", "/equipment", "/tickets/1", "/events", "/no/such/thing"}) {
            HttpResponse<String> response = server.send(server.bare("/api/v1" + path));
            assertProblem(response, 401, "sign-in-needed");
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(how -> assertThat(how).startsWith("Bearer"));
        }
    }

    @Test
    void a_wrong_token_is_refused() {
        assertProblem(
                server.send(server.bare("/api/v1/status").header("Authorization", "Bearer wrong")),
                401,
                "sign-in-needed");
    }

    @Test
    void the_contract_is_open_to_everybody() {
        HttpResponse<String> response = server.send(server.bare("/api/v1/openapi.json"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(SampleServer.json(response).path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void errors_are_problem_details() {
        assertProblem(server.get("/nothing"), 404, "not-found");
        assertProblem(server.get("/tickets/9999"), 404, "not-found");
        assertProblem(server.get("/tickets/one"), 400, "invalid-request");
        assertProblem(server.get("/tickets?state=Lost"), 400, "invalid-request");
        assertProblem(server.get("/equipment/sample-lift-1/readings"), 400, "invalid-request");
        assertProblem(server.get("/equipment/sample-lift-1/readings?metric=a&from=yesterday"), 400, "invalid-request");
        assertProblem(server.post("/tickets/1001/resolve", "{\"how\":"), 400, "invalid-request");
        assertProblem(server.post("/tickets/1001/resolve", "{\"why\":\"x\"}"), 400, "invalid-request");
        assertProblem(server.send(server.bare("/nothing")), 404, "not-found");
    }

    @Test
    void a_wrong_method_is_told_which_are_allowed() {
        HttpResponse<String> response = server.post("/promises", "{}");
        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void a_body_that_is_too_long_or_no_json_is_refused() {
        String tooLong = "{\"how\":\"" + "x".repeat(Api.LONGEST_BODY) + "\"}";
        assertProblem(server.post("/tickets/1001/resolve", tooLong), 413, "too-large");
        HttpRequest.Builder form = server.api("/tickets/1001/resolve")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("how=x"));
        assertProblem(server.send(form), 415, "unsupported-media-type");
    }

    @Test
    void what_breaks_inside_is_told_without_its_insides() {
        server.parts = null;
        HttpResponse<String> response = server.get("/status");
        assertProblem(response, 500, "internal");
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("wrenchline.dashboard");
    }

    @Test
    void every_answer_is_fenced_in() {
        HttpResponse<String> response = server.send(server.bare("/"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_page_cannot_be_left_by_its_files() {
        for (String path :
                new String[] {"/../http/openapi.json", "/%2e%2e/http/openapi.json", "/lib/../../x.js", "/wrenchline"}) {
            assertThat(server.send(server.bare(path)).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_one_time_code_signs_a_browser_in_once() {
        String body = "{\"code\":\"" + server.codes.issue() + "\"}";
        HttpResponse<String> response = server.send(session(body));
        assertThat(response.statusCode()).isEqualTo(200);
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertProblem(server.send(session(body)), 401, "wrong-secret");
    }

    @Test
    void a_browser_may_change_something_only_with_its_csrf_token() {
        server.site.overheat(71.5);
        HttpResponse<String> session = server.send(session("{\"token\":\"sample-token\"}"));
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpRequest.Builder forged = server.bare("/api/v1/tickets/1001/acknowledge")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.noBody());
        assertProblem(server.send(forged), 403, "csrf");
        HttpRequest.Builder real = forged.header(
                "X-CSRF-Token", SampleServer.json(session).path("csrf").asText());
        assertThat(server.send(real).statusCode()).isEqualTo(200);
        assertThat(server.send(server.bare("/api/v1/status").header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_session_ends_by_itself_and_by_hand() {
        HttpResponse<String> session = server.send(session("{\"token\":\"sample-token\"}"));
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpRequest.Builder status = server.bare("/api/v1/status").header("Cookie", cookie);
        server.clock.advance(Duration.ofHours(13));
        assertThat(server.send(status).statusCode()).isEqualTo(401);
    }

    @Test
    void a_ticket_goes_from_acknowledged_to_closed() {
        server.site.overheat(71.5);
        assertThat(SampleServer.json(server.post("/tickets/1001/acknowledge", "{\"by\":\"A\"}"))
                        .at("/state/by/name")
                        .asText())
                .isEqualTo("A");
        assertProblem(server.post("/tickets/1001/close", "{}"), 409, "not-possible-now");
        assertThat(server.post("/tickets/1001/resolve", "{\"how\":\"oil changed\"}")
                        .statusCode())
                .isEqualTo(200);
        var closed = SampleServer.json(server.post("/tickets/1001/close", "{}"));
        assertThat(closed.at("/state/type").asText()).isEqualTo("Closed");
        assertThat(closed.path("events")).hasSize(4);
        assertThat(SampleServer.json(server.get("/tickets?state=open")).path("items"))
                .isEmpty();
        assertThat(SampleServer.json(server.get("/tickets?state=Closed&equipment=sample-lift-1"))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void tickets_are_paged_without_gap_or_repetition() {
        for (int number = 1; number <= 5; number++) {
            server.site.call("call-" + number, "1390000100" + number, "", Duration.ZERO);
        }
        StringBuilder seen = new StringBuilder();
        String before = "";
        while (before != null) {
            var page = SampleServer.json(server.get("/tickets?limit=2" + before));
            page.path("items")
                    .forEach(ticket -> seen.append(ticket.path("id").asInt()).append(' '));
            before = page.path("next").isNull()
                    ? null
                    : "&before=" + page.path("next").asText();
        }
        assertThat(seen.toString()).isEqualTo("1005 1004 1003 1002 1001 ");
    }

    @Test
    void a_reply_typed_in_counts_like_a_real_one() {
        server.site.overheat(71.5);
        var notice = SampleServer.json(server.get("/notices")).at("/items/0");
        String text = "{\"text\":\"接 " + notice.path("code").asText() + "\"}";
        var answer =
                SampleServer.json(server.post("/notices/" + notice.path("id").asText() + "/reply", text));
        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(SampleServer.json(server.get("/tickets/1001"))
                        .at("/state/by/id")
                        .asText())
                .isEqualTo("e1");
    }

    @Test
    void a_recording_is_played_whole_or_in_parts_and_nothing_else_is() throws IOException {
        Files.createDirectories(data.resolve("recordings"));
        Files.writeString(data.resolve("recordings/a.wav"), "0123456789");
        Path secret = Files.writeString(data.resolveSibling("secret-" + data.getFileName()), "secret");
        record("1.1", "recordings/a.wav");
        record("1.2", "../" + secret.getFileName());
        record("1.3", secret.toString());
        assertThat(server.get("/recordings/calls/1.1").body()).isEqualTo("0123456789");
        HttpResponse<String> part =
                server.send(server.api("/recordings/calls/1.1").header("Range", "bytes=2-4"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        HttpResponse<String> end =
                server.send(server.api("/recordings/calls/1.1").header("Range", "bytes=-3"));
        assertThat(end.headers().firstValue("Content-Range")).contains("bytes 7-9/10");
        assertThat(end.body()).isEqualTo("789");
        HttpResponse<String> beyond =
                server.send(server.api("/recordings/calls/1.1").header("Range", "bytes=10-"));
        assertProblem(beyond, 416, "not-in-file");
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */10");
        assertProblem(server.get("/recordings/calls/1.2"), 404, "not-found");
        assertProblem(server.get("/recordings/calls/1.3"), 404, "not-found");
        assertThat(server.send(server.bare("/api/v1/recordings/calls/1.1")).statusCode())
                .isEqualTo(401);
        Files.delete(secret);
    }

    private void record(String call, String file) {
        server.site.calls.began(new CallId(call), "", "4008001234", server.clock.instant());
        server.site.calls.note(
                new CallId(call), new CallNote.Recorded(new Recording(file, "0".repeat(64), Duration.ofSeconds(1))));
    }

    private HttpRequest.Builder session(String json) {
        return server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String kind) {
        assertThat(response.statusCode())
                .as(response.uri() + " " + response.body())
                .isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = SampleServer.json(response);
        assertThat(problem.path("type").asText()).isEqualTo("urn:wrenchline:problem:" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(Contract.load()
                        .schema("Problem")
                        .validate(new JsonObject(response.body()))
                        .getValid())
                .isTrue();
    }
}
