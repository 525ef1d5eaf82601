package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.dashboard.SampleServer;

/** Every kind of answer is fenced in, also to what is hardly a request; byte by byte on the wire. */
class AnswersTest {

    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = new SampleServer(data);
        server.site.overheat(71.5);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1, 200",
        "HEAD / HTTP/1.1, 200",
        "GET /app.js HTTP/1.1, 200",
        "GET /favicon.svg/nothing HTTP/1.1, 404",
        "GET /api/v1/status HTTP/1.1, 200",
        "GET /api/v1/tickets/1001 HTTP/1.1, 200",
        "GET /api/v1/registers/customers HTTP/1.1, 200",
        "GET /api/v1/events HTTP/1.1, 200",
        "GET /api/v1/nothing HTTP/1.1, 404",
        "GET /api/v1/tickets/%00 HTTP/1.1, 400",
        "GET /api/v1/tickets/%zz HTTP/1.1, 400",
        "GET /api/v1/search?q=%ff%fe%00 HTTP/1.1, 400",
        "GET /api/v1/equipment/%ED%A0%80 HTTP/1.1, 404",
        "DELETE /api/v1/tickets HTTP/1.1, 405",
        "TRACE / HTTP/1.1, 405",
        "OPTIONS /api/v1/tickets HTTP/1.1, 405",
        "POST /sms/nobody/nothing HTTP/1.1, 404",
        "GET /health/ready HTTP/1.1, 200",
        "GET /metrics HTTP/1.1, 200",
        "GET /t/none HTTP/1.1, 303",
        "GET nonsense HTTP/1.1, 404",
        "nonsense, 400"
    })
    void every_kind_of_answer_is_fenced_in(String line, int status) throws IOException {
        String head = head(line + "\r\nHost: a\r\nAuthorization: Bearer " + SampleServer.TOKEN + "\r\n\r\n");
        assertFenced(head, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Content-Length: -1",
                "Content-Length: x",
                "a b: c",
                "Cookie: wrenchline=%%%; =; a",
                "Authorization: Bearer \u0001",
                "Range: bytes=9-1",
                "Expect: miracles"
            })
    void headers_that_make_no_sense_break_nothing(String header) throws IOException {
        assertFenced(head("GET /api/v1/status HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n"), 4);
    }

    @Test
    void what_is_too_long_is_told_so() throws IOException {
        assertFenced(head("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
        assertFenced(head("GET / HTTP/1.1\r\nHost: a\r\nA: " + "a".repeat(9_000) + "\r\n\r\n"), 431);
    }

    private static void assertFenced(String head, int status) {
        assertThat(head)
                .matches("(?s)HTTP/1\\.[01] " + status + ".*")
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: no-referrer")
                .contains("Content-Security-Policy: default-src 'none'", "Cross-Origin-Resource-Policy: same-origin")
                .contains("Cache-Control: no-")
                .doesNotContainIgnoringCase("Access-Control-", "\nServer:", "X-Powered-By");
    }

    /** The head of the answer to {@code request}. */
    private static String head(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int sign = answer.read();
                assertThat(sign).as(head.toString()).isNotNegative();
                head.append((char) sign);
            }
            return head.toString();
        }
    }
}
