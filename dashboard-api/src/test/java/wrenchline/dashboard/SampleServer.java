package wrenchline.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wrenchline.config.HttpSettings;
import wrenchline.config.Secret;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.http.DashboardServer;
import wrenchline.dashboard.http.Health;
import wrenchline.dashboard.memory.SampleSite;
import wrenchline.testkit.SettableClock;

/** The real server on a free port, over the sample site, with a client that speaks to it. */
public final class SampleServer implements AutoCloseable {

    public static final String TOKEN = "sample-token";
    private static final JsonMapper MAPPER = new JsonMapper();

    public final SettableClock clock;
    public final SampleSite site;
    public final SignInCodes codes;
    public volatile @Nullable List<Health.Part> parts =
            List.of(Health.Part.up("database", true), Health.Part.down("hotline", false, "Asterisk is not installed"));
    private final Vertx vertx = Vertx.vertx();
    private final DashboardServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Over a site in memory, with a clock that stands until it is moved. */
    public SampleServer(Path data) {
        this(new SettableClock(Instant.parse("2026-01-05T02:00:00Z")), clock -> SampleSite.inMemory(clock, data));
        recordTalk(data);
    }

    /** The recording that the proof of the sample site names: two seconds of silence. */
    private static void recordTalk(Path data) {
        try {
            Files.write(data.resolve("sample-talk.wav"), new byte[44 + 2 * 8000 * 2]);
        } catch (IOException failure) {
            throw new UncheckedIOException("writing a recording into " + data, failure);
        }
    }

    /** Over any site. */
    public SampleServer(SettableClock clock, Function<InstantSource, SampleSite> makeSite) {
        this(clock, makeSite, "", HttpSettings.SignIn.USUAL);
    }

    /** As browsers reach it by {@code publicUrl}, and with webhooks that lead to the public internet alone. */
    public SampleServer(SettableClock clock, Function<InstantSource, SampleSite> makeSite, String publicUrl) {
        this(clock, makeSite, publicUrl, HttpSettings.SignIn.USUAL);
    }

    /** Where people sign in as {@code signIn} says. */
    public SampleServer(Path data, HttpSettings.SignIn signIn) {
        this(
                new SettableClock(Instant.parse("2026-01-05T02:00:00Z")),
                clock -> SampleSite.inMemory(clock, data),
                "",
                signIn);
    }

    private SampleServer(
            SettableClock clock,
            Function<InstantSource, SampleSite> makeSite,
            String publicUrl,
            HttpSettings.SignIn signIn) {
        this.clock = clock;
        codes = new SignInCodes(clock, Duration.ofMinutes(10));
        site = makeSite.apply(clock);
        Health health = () -> Objects.requireNonNull(parts, "the parts are gone");
        server = DashboardServer.start(vertx, settings(publicUrl, signIn), site.ports(health), codes, List.of());
    }

    private static HttpSettings settings(String publicUrl, HttpSettings.SignIn signIn) {
        HttpSettings.Webhooks webhooks =
                publicUrl.isEmpty() ? HttpSettings.Webhooks.INNER : HttpSettings.Webhooks.PUBLIC;
        return new HttpSettings("127.0.0.1", 0, publicUrl, webhooks, signIn, new Secret(TOKEN));
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    public HttpClient client() {
        return client;
    }

    /** A request of the API with the operator token. */
    public HttpRequest.Builder api(String path) {
        return bare("/api/v1" + path).header("Authorization", "Bearer " + TOKEN);
    }

    /** A request without any right. */
    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(api(path));
    }

    /** Asks as whoever signed in with the answer {@code session}. */
    public HttpResponse<String> by(HttpResponse<String> session, String method, String path, String json) {
        return send(bare("/api/v1" + path)
                .header(
                        "Cookie",
                        session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0])
                .header("X-CSRF-Token", json(session).path("csrf").asText())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(
                api(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(response.body(), broken);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
