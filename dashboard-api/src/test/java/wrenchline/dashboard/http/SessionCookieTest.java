package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;
import wrenchline.testkit.SettableClock;

/** Where browsers come by TLS, nothing of theirs goes without it. */
class SessionCookieTest {

    @Test
    void with_a_public_address_by_tls_the_cookie_is_for_tls_and_this_host_alone(@TempDir Path data) {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-05T02:00:00Z"));
        try (SampleServer server =
                new SampleServer(clock, time -> SampleSite.inMemory(time, data), "https://desk.example")) {
            var session = server.send(server.bare("/api/v1/session")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"token\":\"" + SampleServer.TOKEN + "\"}")));
            String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .startsWith("__Host-wrenchline_session=")
                    .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/");
            assertThat(session.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=63072000", "includeSubDomains"));
            assertThat(server.send(server.bare("/api/v1/session").header("Cookie", cookie.split(";", 2)[0]))
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
