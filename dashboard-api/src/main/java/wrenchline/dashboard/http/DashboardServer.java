package wrenchline.dashboard.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.auth.AccountDesk;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.web.SecurityHeaders;

/** The HTTP server: the API, the page, health and metrics. */
public final class DashboardServer implements AutoCloseable {

    /** Of the first line of a request, in bytes: a hundred Chinese characters are nine hundred of them in an address. */
    private static final int LONGEST_LINE = 16 * 1024;

    private final HttpServer server;
    private final Machinery machinery;

    private DashboardServer(HttpServer server, Machinery machinery) {
        this.server = server;
        this.machinery = machinery;
    }

    /**
     * Starts the server and waits until it listens. Port 0 takes a free one.
     *
     * @param codes what the one-time links hold that the console prints
     * @param moreMetrics samples of other parts
     * @throws IllegalStateException when it cannot listen, for instance because the port is taken
     */
    public static DashboardServer start(
            Vertx vertx, HttpSettings settings, Ports ports, SignInCodes codes, List<Metrics.Source> moreMetrics) {
        Machinery machinery = Machinery.of(vertx, settings, ports);
        Router router = new Routes(settings, ports, codes, moreMetrics, machinery).router(vertx);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setCompressionSupported(true)
                .setMaxInitialLineLength(LONGEST_LINE)
                // An upgrade to HTTP/2 without TLS was seen to garble the first large answer, and brings nothing on
                // loopback.
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(90)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        HttpServer server = await(
                vertx.createHttpServer(options)
                        .requestHandler(request -> {
                            SecurityHeaders.set(request.response().headers(), settings.secure());
                            router.handle(request);
                        })
                        .invalidRequestHandler(request -> unreadable(request, settings.secure()))
                        .listen(),
                "listening on " + settings.host() + ":" + settings.port());
        machinery.start();
        return new DashboardServer(server, machinery);
    }

    /** What is no HTTP request gets to no route. */
    private static void unreadable(HttpServerRequest request, boolean secure) {
        SecurityHeaders.set(request.response().headers(), secure);
        HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
    }

    /** Makes the account {@code admin} when there is no account at all; its password, which is told only now. */
    public Optional<String> firstAccount() {
        return machinery.accounts().first().map(AccountDesk.Outcome.Done::password);
    }

    /** The port on which it listens. */
    public int port() {
        return server.actualPort();
    }

    /** First the door: what would answer a request is there until none can come. */
    @Override
    public void close() {
        await(server.close(), "closing the HTTP server");
        machinery.close();
    }

    private static <T> T await(Future<T> future, String doing) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(doing, failed.getCause());
        }
    }
}
