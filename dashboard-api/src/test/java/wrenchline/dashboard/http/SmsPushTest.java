package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.notice.Incoming;
import wrenchline.dashboard.SampleServer;

/** Where providers of short messages post what they have. */
class SmsPushTest {

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
    void a_provider_with_the_secret_is_heard_and_thanked() {
        HttpResponse<String> answer = post("/sms/sample/sample-secret", "13800000001 接 4827");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("thank you");
        assertThat(server.site.received.messages).containsExactly(new Incoming("sample", "13800000001", "接 4827"));
    }

    @Test
    void nobody_else_finds_anything() {
        assertThat(post("/sms/sample/another-secret", "13800000001 接 4827").statusCode())
                .isEqualTo(404);
        assertThat(post("/sms/another/sample-secret", "13800000001 接 4827").statusCode())
                .isEqualTo(404);
        assertThat(server.site.received.messages).isEmpty();
    }

    @Test
    void the_secret_may_stand_in_a_header_and_a_signature_for_it() {
        String text = "13800000001 接 4827";
        assertThat(post("/sms/sample", text, "Authorization", "Bearer sample-secret")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/sms/sample", text, "X-Signature", "sha256=5a").statusCode())
                .isEqualTo(200);
        assertThat(server.site.received.messages).hasSize(2);
        assertThat(post("/sms/sample", text, "Authorization", "Bearer another").statusCode())
                .isEqualTo(404);
        assertThat(post("/sms/sample", text, "X-Signature", "sha256=5b").statusCode())
                .isEqualTo(404);
        assertThat(post("/sms/sample", text).statusCode()).isEqualTo(404);
        assertThat(server.site.received.messages).hasSize(2);
    }

    @Test
    void no_secret_of_an_address_is_logged() {
        assertThat(Api.withoutSecrets("/sms/sample/sample-secret")).isEqualTo("/sms/sample/…");
        assertThat(Api.withoutSecrets("/t/token")).isEqualTo("/t/…");
        assertThat(Api.withoutSecrets("/api/v1/tickets/1001")).isEqualTo("/api/v1/tickets/1001");
    }

    @Test
    void what_cannot_be_understood_is_refused() {
        assertThat(post("/sms/sample/sample-secret", "nonsense").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = server.bare(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }
}
