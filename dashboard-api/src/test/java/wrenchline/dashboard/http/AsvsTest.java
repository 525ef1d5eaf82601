package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;
import wrenchline.testkit.SettableClock;

/** The lines of {@code docs/asvs.md} that a running server can be asked about, asked; and the list against the tests that it names. */
class AsvsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINE =
            Pattern.compile("^\\| (\\d[^|]*) \\| (yes|part|no|n/a) \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.\\d+)\\.(\\d+)(?:–(?:\\d+\\.\\d+\\.)?(\\d+))?");
    private static final Pattern TEST = Pattern.compile("\\b\\w+Test\\b");

    /** The requirements that a test holds the server to. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Asks {
        String[] value();
    }

    private static SampleServer server;
    private static SampleServer proxied;

    @BeforeAll
    static void start(@TempDir Path data, @TempDir Path other) {
        server = new SampleServer(data);
        server.site.overheat(71.5);
        proxied = new SampleServer(
                new SettableClock(server.clock.instant()),
                time -> SampleSite.inMemory(time, other),
                "https://desk.example");
    }

    @AfterAll
    static void stop() {
        proxied.close();
        server.close();
    }

    @Test
    @Asks({"3.3.2", "3.3.4"})
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        assertThat(setCookie(signIn(server, "")))
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("; Domain");
    }

    @Test
    @Asks({"7.2.2", "7.2.3", "7.2.4"})
    void a_session_is_made_by_the_server_anew_at_each_sign_in_and_never_taken_from_the_browser() {
        String planted = "wrenchline_session=planted";
        String first = setCookie(signIn(server, planted)).split(";", 2)[0];
        String second = setCookie(signIn(server, first)).split(";", 2)[0];
        assertThat(List.of(planted, first, second)).doesNotHaveDuplicates();
        assertThat(status(server.bare("/api/v1/session").header("Cookie", planted)))
                .isEqualTo(401);
    }

    @Test
    @Asks({"3.5.1", "3.5.2", "3.5.3"})
    void a_change_needs_the_csrf_token_of_its_own_session_and_a_type_that_forms_cannot_send() {
        HttpResponse<String> session = signIn(server, "");
        String cookie = setCookie(session).split(";", 2)[0];
        String strange = SampleServer.json(signIn(server, "")).path("csrf").asText();
        HttpRequest.Builder change =
                server.bare("/api/v1/tickets/1001/acknowledge").header("Cookie", cookie);
        assertThat(status(change.copy().POST(BodyPublishers.noBody()))).isEqualTo(403);
        assertThat(status(change.copy().header("X-CSRF-Token", strange).POST(BodyPublishers.noBody())))
                .isEqualTo(403);
        for (String form : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertThat(status(server.bare("/api/v1/session")
                            .header("Content-Type", form)
                            .POST(BodyPublishers.ofString("{\"token\":\"" + SampleServer.TOKEN + "\"}"))))
                    .isIn(400, 415);
        }
    }

    @Test
    @Asks("3.4.2")
    void no_other_origin_is_let_in() {
        HttpResponse<String> asked = server.send(server.api("/status").header("Origin", "https://evil.example"));
        HttpResponse<String> preflight = server.send(server.bare("/api/v1/status")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(Stream.of(asked, preflight).flatMap(answer -> answer.headers().map().keySet().stream()))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        assertThat(preflight.statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 200",
        "localhost:8080, 200",
        "[::1]:8080, 200",
        "wrenchline, 200",
        "desk.example, 421",
        "evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "localhost.evil.example, 421"
    })
    @Asks("3.5.4")
    void a_name_that_somebody_made_lead_here_is_not_answered_to(String host, int status) throws IOException {
        for (String path : List.of("/", "/app.js", "/api/v1/openapi.json", "/health/live", "/metrics")) {
            assertThat(Wire11.status(server.address(), path, host)).as(path).isEqualTo(status);
        }
    }

    @Test
    @Asks("3.5.4")
    void the_name_by_which_browsers_reach_it_is_answered_to() throws IOException {
        assertThat(Wire11.status(proxied.address(), "/", "desk.example")).isEqualTo(200);
        assertThat(Wire11.status(proxied.address(), "/", "DESK.example.:443")).isEqualTo(200);
        assertThat(Wire11.status(proxied.address(), "/", "other.example")).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "access_token", "key", "code", "csrf"})
    @Asks("14.2.1")
    void a_secret_in_the_address_opens_nothing(String name) {
        assertThat(status(server.bare("/api/v1/status?" + name + "=" + SampleServer.TOKEN)))
                .isEqualTo(401);
    }

    @Test
    @Asks({"14.2.2", "14.3.2"})
    void nothing_of_anybodys_is_kept_by_a_cache() {
        for (String path :
                List.of("/api/v1/status", "/api/v1/tickets/1001", "/api/v1/registers/customers", "/metrics")) {
            assertThat(server.send(server.bare(path).header("Authorization", "Bearer " + SampleServer.TOKEN))
                            .headers()
                            .firstValue("Cache-Control"))
                    .as(path)
                    .hasValue("no-store");
        }
    }

    @Test
    @Asks("14.3.1")
    void signing_out_clears_what_the_browser_has() {
        HttpResponse<String> session = signIn(server, "");
        HttpResponse<String> left = server.send(server.bare("/api/v1/session")
                .header("Cookie", setCookie(session).split(";", 2)[0])
                .header("X-CSRF-Token", SampleServer.json(session).path("csrf").asText())
                .DELETE());
        assertThat(left.headers().firstValue("Clear-Site-Data")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.example/hook",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://017700000001/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "https://user:word@1.1.1.1/",
                "https://0.0.0.0/"
            })
    @Asks("1.3.6")
    void no_webhook_leads_inside(String url) {
        HttpResponse<String> answer = proxied.post("/webhooks", "{\"url\":\"" + url + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    @Asks({"5.1.1", "5.2.1", "5.2.2"})
    void a_file_is_what_its_first_bytes_say_and_not_too_long() {
        for (String content : List.of("<script>alert(1)</script>", "<svg onload=alert(1)>", "MZ", "#!/bin/sh", "")) {
            assertThat(upload(content.getBytes(StandardCharsets.US_ASCII)))
                    .as(content)
                    .isEqualTo(400);
        }
        byte[] long_ = new byte[11 * 1024 * 1024];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, long_, 0, 8);
        assertThat(upload(long_)).isEqualTo(413);
        assertThat(upload("%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/lib/",
                "/i18n/",
                "/.git/config",
                "/app.js.map",
                "/index.html.bak",
                "//etc/passwd",
                "/field/..%5c..%5cx"
            })
    @Asks({"5.3.2", "13.4.2", "13.4.3"})
    void nothing_but_the_page_is_handed_out(String path) {
        assertThat(status(server.bare(path))).isEqualTo(404);
    }

    @Test
    @Asks("13.4.4")
    void trace_is_not_answered() {
        assertThat(status(server.bare("/").method("TRACE", BodyPublishers.noBody())))
                .isEqualTo(405);
    }

    @Test
    @Asks({"15.3.1", "15.3.3"})
    void a_field_that_nobody_asked_for_is_refused() {
        assertThat(server.post("/keys", "{\"name\":\"a\",\"role\":\"agent\",\"by\":\"admin\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Asks({"16.5.1", "16.5.2", "16.5.3"})
    void what_breaks_inside_tells_a_number_and_nothing_else() {
        var parts = server.parts;
        server.parts = null;
        try {
            assertThat(server.get("/status").body())
                    .contains("\"status\":500")
                    .doesNotContain("the parts are gone", "Exception", "wrenchline.dashboard");
        } finally {
            server.parts = parts;
        }
    }

    @Test
    void what_is_asked_here_is_said_to_be_so_in_the_list() throws IOException {
        Map<String, String> said = said();
        Set<String> asked = Stream.of(AsvsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Asks.class))
                .flatMap((Method method) ->
                        Stream.of(method.getAnnotation(Asks.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .hasSizeGreaterThan(20)
                .allSatisfy(number -> assertThat(said.get(number)).as(number).isIn("yes", "part"));
    }

    @Test
    void every_test_that_the_list_names_is_there() throws IOException {
        Set<String> known;
        try (Stream<Path> files = Files.walk(ROOT)) {
            known = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(TEST.matcher(list()).results().map(MatchResult::group))
                .hasSizeGreaterThan(30)
                .allMatch(known::contains);
    }

    /** What the list says, by the number of the requirement. */
    private static Map<String, String> said() throws IOException {
        Map<String, String> said = new HashMap<>();
        LINE.matcher(list())
                .results()
                .forEach(line -> NUMBER.matcher(line.group(1)).results().forEach(number -> {
                    int first = Integer.parseInt(number.group(2));
                    int last = number.group(3) == null ? first : Integer.parseInt(number.group(3));
                    for (int one = first; one <= last; one++) {
                        said.put(number.group(1) + "." + one, line.group(2));
                    }
                }));
        return said;
    }

    private static String list() throws IOException {
        return Files.readString(ROOT.resolve("docs/asvs.md"));
    }

    private static int upload(byte[] content) {
        return status(server.api("/equipment/sample-lift-1/documents?name=manual.pdf")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private static HttpResponse<String> signIn(SampleServer server, String cookie) {
        HttpRequest.Builder request = server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + SampleServer.TOKEN + "\"}"));
        return server.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private static String setCookie(HttpResponse<String> session) {
        return session.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static int status(HttpRequest.Builder request) {
        return server.send(request).statusCode();
    }
}
