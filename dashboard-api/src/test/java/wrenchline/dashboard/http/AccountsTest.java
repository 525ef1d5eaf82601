package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** Accounts, their sessions, keys of programs, and what the audit log has of them. */
class AccountsTest {

    private static final String NAME = "li.sample";
    private SampleServer server;
    private String password;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        password = made(server.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}"), "password");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_signs_in_is_told_what_the_role_allows() {
        JsonNode session = SampleServer.json(signIn(password));
        assertThat(session.path("account").asText()).isEqualTo(NAME);
        assertThat(session.path("role").asText()).isEqualTo("agent");
        assertThat(session.path("may").toString())
                .contains("closeTicket", "listCalls")
                .doesNotContain("createAccount", "enrolDevice");
    }

    @Test
    void who_acts_is_the_account_whatever_the_request_says() {
        server.site.overheat(71.5);
        HttpResponse<String> session = signIn(password);
        HttpResponse<String> ticket = server.send(server.bare("/api/v1/tickets/1001/acknowledge")
                .header("Cookie", cookie(session))
                .header("X-CSRF-Token", SampleServer.json(session).path("csrf").asText())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"by\":\"Mallory\"}")));
        assertThat(SampleServer.json(ticket).at("/state/by/name").asText()).isEqualTo(NAME);
    }

    @Test
    void five_wrong_passwords_shut_an_account_for_a_quarter_of_an_hour() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(kind(signIn("a wrong password"))).isEqualTo("wrong-secret");
        }
        assertThat(kind(signIn(password))).isEqualTo("shut");
        server.clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(password).statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_account_is_refused_like_a_wrong_password() {
        String wrong = signIn("a wrong password").body();
        assertThat(signIn("nobody", "a wrong password").body()).isEqualTo(wrong);
        assertThat(signIn("No Name", "a wrong password").body()).isEqualTo(wrong);
    }

    @Test
    void a_session_ends_when_it_is_signed_out_of() {
        HttpResponse<String> session = signIn(password);
        server.send(server.bare("/api/v1/session")
                .header("Cookie", cookie(session))
                .header("X-CSRF-Token", SampleServer.json(session).path("csrf").asText())
                .DELETE());
        assertThat(with(session).statusCode()).isEqualTo(401);
    }

    @Test
    void all_sessions_end_with_another_role_another_password_or_a_shut_account() {
        for (String what : new String[] {"/role", "/reset", "/disable"}) {
            HttpResponse<String> session = signIn(password);
            assertThat(with(session).statusCode()).as(what).isEqualTo(200);
            HttpResponse<String> told =
                    server.post("/accounts/" + NAME + what, what.equals("/role") ? "{\"role\":\"auditor\"}" : "{}");
            assertThat(with(session).statusCode()).as(what).isEqualTo(401);
            if (what.equals("/reset")) {
                password = made(told, "password");
            }
        }
        assertThat(signIn(password).statusCode()).isEqualTo(401);
        server.post("/accounts/" + NAME + "/enable", "{}");
        assertThat(signIn(password).statusCode()).isEqualTo(200);
    }

    @Test
    void a_chosen_password_must_be_long_and_unusual_and_the_old_one_known() {
        assertThat(choose(password, "short")).isEqualTo(409);
        assertThat(choose(password, "Password1234")).isEqualTo(409);
        assertThat(choose(password, "i am li.sample of the desk")).isEqualTo(409);
        assertThat(choose("a wrong password", "correct horse battery")).isEqualTo(409);
        assertThat(choose(password, "correct horse battery")).isEqualTo(200);
        assertThat(signIn("correct horse battery").statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_may_do_what_its_role_and_its_scopes_allow_until_it_ends() {
        JsonNode key = SampleServer.json(server.post(
                "/keys", "{\"name\":\"stock\",\"role\":\"agent\",\"scopes\":[\"tickets:read\"],\"days\":30}"));
        String text = key.path("key").asText();
        assertThat(by(text, "/tickets")).isEqualTo(200);
        assertThat(by(text, "/calls")).isEqualTo(403);
        server.clock.advance(Duration.ofDays(30));
        assertThat(by(text, "/tickets")).isEqualTo(401);
        String next = made(server.post("/keys", "{\"name\":\"stock\",\"role\":\"agent\"}"), "key");
        assertThat(by(next, "/calls")).isEqualTo(200);
        server.post("/keys/" + next.split("_", -1)[1] + "/revoke", "{}");
        assertThat(by(next, "/calls")).isEqualTo(401);
    }

    @Test
    void every_change_and_every_heard_recording_is_in_the_audit_log_without_secrets() {
        signIn("a wrong password");
        server.get("/recordings/calls/1.1");
        server.get("/tickets");
        String log = server.get("/audit").body();
        assertThat(log)
                .contains("\"who\":\"operator\"", "\"operation\":\"createAccount\"", "\"status\":200", "agent")
                .contains("\"who\":\"li.sample\"", "\"operation\":\"beginSession\"", "\"status\":401")
                .contains("\"operation\":\"getCallRecording\"", "\"object\":\"1.1\"", "\"status\":404")
                .doesNotContain("a wrong password", password, "listTickets");
    }

    @Test
    void what_a_role_does_not_allow_is_in_the_audit_log_too() throws Exception {
        String key = made(server.post("/keys", "{\"name\":\"a\",\"role\":\"auditor\"}"), "key");
        assertThat(by(key, "/calls/1.1")).isEqualTo(404);
        server.send(server.bare("/api/v1/tickets/1/close")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.noBody()));
        String log = "/audit?who=key:" + key.split("_", -1)[1];
        while (!server.get(log).body().contains("\"status\":403")) {
            Thread.onSpinWait();
        }
        assertThat(server.get(log).body()).contains("closeTicket").doesNotContain("getCall");
    }

    private int choose(String old, String wanted) {
        HttpResponse<String> session = signIn(password);
        return server.send(server.bare("/api/v1/session/password")
                        .header("Cookie", cookie(session))
                        .header(
                                "X-CSRF-Token",
                                SampleServer.json(session).path("csrf").asText())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"old\":\"" + old + "\",\"password\":\"" + wanted + "\"}")))
                .statusCode();
    }

    private int by(String key, String path) {
        return server.send(server.bare("/api/v1" + path).header("Authorization", "Bearer " + key))
                .statusCode();
    }

    private HttpResponse<String> with(HttpResponse<String> session) {
        return server.send(server.bare("/api/v1/session").header("Cookie", cookie(session)));
    }

    private HttpResponse<String> signIn(String given) {
        return signIn(NAME, given);
    }

    private HttpResponse<String> signIn(String name, String given) {
        return server.send(server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + given + "\"}")));
    }

    private static String cookie(HttpResponse<String> session) {
        return session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String kind(HttpResponse<String> response) {
        String type = SampleServer.json(response).path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static String made(HttpResponse<String> response, String field) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response).path(field).asText();
    }
}
