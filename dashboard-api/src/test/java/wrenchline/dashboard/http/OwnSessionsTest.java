package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.SampleServer;

/** Sessions as their users see and end them, and as they end by themselves. */
class OwnSessionsTest {

    private static final Duration IDLE = HttpSettings.SignIn.USUAL.idle();
    private static final Duration ALMOST = IDLE.minusMinutes(1);
    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A browser that is signed in. */
    private record Seat(SampleServer server, String cookie, String csrf) {

        HttpRequest.Builder request(String path) {
            return server.bare("/api/v1" + path).header("Cookie", cookie).header("X-CSRF-Token", csrf);
        }

        boolean holds() {
            return server.send(request("/session")).statusCode() == 200;
        }

        List<JsonNode> sessions() {
            return SampleServer.json(server.send(request("/sessions")))
                    .path("items")
                    .valueStream()
                    .toList();
        }

        String id() {
            return sessions().stream()
                    .filter(one -> one.path("current").asBoolean())
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
        }

        int post(String path) {
            return server.send(request(path).POST(BodyPublishers.noBody())).statusCode();
        }
    }

    @Test
    void a_user_sees_when_and_from_where_and_with_what_each_session_began_and_which_is_this_one() {
        String password = account("li.sample");
        signIn("li.sample", password, "Old Browser");
        server.clock.advance(Duration.ofMinutes(10));
        Seat seat = signIn("li.sample", password, "New Browser");
        server.clock.advance(Duration.ofMinutes(5));
        List<JsonNode> sessions = seat.sessions();
        assertThat(sessions)
                .extracting(one -> one.path("browser").asText())
                .containsExactly("New Browser", "Old Browser");
        assertThat(sessions).extracting(one -> one.path("current").asBoolean()).containsExactly(true, false);
        assertThat(sessions).extracting(one -> one.path("address").asText()).containsOnly("127.0.0.1");
        assertThat(sessions)
                .extracting(one -> one.path("began").asText())
                .containsExactly("2026-01-05T02:10:00Z", "2026-01-05T02:00:00Z");
        assertThat(sessions)
                .extracting(one -> one.path("seen").asText())
                .containsExactly("2026-01-05T02:15:00Z", "2026-01-05T02:00:00Z");
    }

    @Test
    void a_user_ends_one_session_or_all_others() {
        String password = account("li.sample");
        Seat lost = signIn("li.sample", password, "a");
        Seat other = signIn("li.sample", password, "b");
        Seat here = signIn("li.sample", password, "c");
        assertThat(here.post("/sessions/" + lost.id() + "/end")).isEqualTo(204);
        assertThat(lost.holds()).isFalse();
        assertThat(other.holds()).isTrue();
        assertThat(here.post("/sessions/end-others")).isEqualTo(204);
        assertThat(other.holds()).isFalse();
        assertThat(here.holds()).isTrue();
        assertThat(here.sessions()).hasSize(1);
    }

    @Test
    void the_sessions_of_others_are_not_there() {
        Seat li = signIn("li.sample", account("li.sample"), "a");
        Seat wang = signIn("wang.sample", account("wang.sample"), "b");
        assertThat(wang.sessions()).hasSize(1);
        assertThat(wang.post("/sessions/" + li.id() + "/end")).isEqualTo(404);
        assertThat(wang.post("/sessions/end-others")).isEqualTo(204);
        assertThat(server.post("/sessions/" + li.id() + "/end", "").statusCode())
                .as("the operator token")
                .isEqualTo(404);
        assertThat(li.holds()).isTrue();
    }

    @Test
    void an_administrator_ends_all_sessions_of_an_account() {
        String password = account("li.sample");
        Seat seat = signIn("li.sample", password, "a");
        assertThat(seat.post("/accounts/li.sample/sign-out")).isEqualTo(403);
        assertThat(server.post("/accounts/li.sample/sign-out", "{}").statusCode())
                .isEqualTo(200);
        assertThat(seat.holds()).isFalse();
        assertThat(signIn("li.sample", password, "a").sessions()).hasSize(1);
    }

    @Test
    void a_session_that_is_not_used_for_the_configured_time_ends_and_one_that_is_used_goes_on() {
        String password = account("li.sample");
        Seat used = signIn("li.sample", password, "a");
        Seat left = signIn("li.sample", password, "b");
        server.clock.advance(ALMOST);
        assertThat(used.holds()).isTrue();
        server.clock.advance(ALMOST);
        assertThat(left.holds()).isFalse();
        assertThat(used.sessions()).hasSize(1);
        server.clock.advance(IDLE);
        assertThat(used.holds()).isFalse();
    }

    @Test
    void a_stream_that_is_open_keeps_its_session_in_use() throws Exception {
        Seat wall = signIn("li.sample", account("li.sample"), "a");
        try (InputStream stream = stream(wall)) {
            until(stream, "event: ready");
            server.clock.advance(ALMOST);
            server.site.overheat(71.5);
            until(stream, "event: change");
            server.clock.advance(ALMOST);
            assertThat(wall.holds()).isTrue();
        }
    }

    @Test
    void a_stream_ends_with_its_session() throws Exception {
        String password = account("li.sample");
        Seat wall = signIn("li.sample", password, "a");
        try (InputStream stream = stream(wall)) {
            until(stream, "event: ready");
            signIn("li.sample", password, "b").post("/sessions/end-others");
            server.site.overheat(71.5);
            String rest = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rest).doesNotContain("event: change");
        }
    }

    private InputStream stream(Seat seat) throws Exception {
        return server.client()
                .send(seat.request("/events").build(), BodyHandlers.ofInputStream())
                .body();
    }

    private static void until(InputStream stream, String wanted) throws Exception {
        StringBuilder text = new StringBuilder();
        while (!text.toString().contains(wanted)) {
            int next = stream.read();
            assertThat(next).as("the stream ended after " + text).isNotNegative();
            text.append((char) next);
        }
    }

    private String account(String name) {
        return SampleServer.json(server.post("/accounts", "{\"name\":\"" + name + "\",\"role\":\"agent\"}"))
                .path("password")
                .asText();
    }

    private Seat signIn(String name, String password, String browser) {
        HttpResponse<String> session = server.send(server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .header("User-Agent", browser)
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")));
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Seat(server, cookie, SampleServer.json(session).path("csrf").asText());
    }
}
