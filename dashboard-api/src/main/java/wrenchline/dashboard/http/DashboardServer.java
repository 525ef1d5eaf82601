package wrenchline.dashboard.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.auth.OperatorToken;
import wrenchline.dashboard.auth.Sessions;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.live.LiveFeed;
import wrenchline.dashboard.web.PageHandler;
import wrenchline.dashboard.web.SecurityHeaders;

/** The HTTP server: the API, the page, health and metrics. */
public final class DashboardServer implements AutoCloseable {

    private static final int[] STATUSES_WITH_PROBLEMS = {400, 401, 403, 404, 406, 413, 414, 415, 431};

    private final HttpServer server;
    private final LiveFeed feed;
    private final ExecutorService virtualThreads;

    private DashboardServer(HttpServer server, LiveFeed feed, ExecutorService virtualThreads) {
        this.server = server;
        this.feed = feed;
        this.virtualThreads = virtualThreads;
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
        ExecutorService virtualThreads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory());
        Overview overview = new Overview(ports);
        LiveFeed feed = new LiveFeed(ports.changes(), ports.readings(), ports.devices(), overview::now);
        Router router = new Routes(settings, ports, codes, moreMetrics, overview, feed, virtualThreads).router(vertx);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setCompressionSupported(true)
                // An upgrade to HTTP/2 without TLS was seen to garble the first large answer, and brings nothing on
                // loopback.
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(90)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        HttpServer server = await(
                vertx.createHttpServer(options).requestHandler(router).listen(),
                "listening on " + settings.host() + ":" + settings.port());
        feed.start();
        return new DashboardServer(server, feed, virtualThreads);
    }

    /** The port on which it listens. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        feed.close();
        virtualThreads.shutdownNow();
        await(server.close(), "closing the HTTP server");
    }

    private static <T> T await(Future<T> future, String doing) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(doing, failed.getCause());
        }
    }

    /** All routes, in the order in which they are tried. */
    private record Routes(
            HttpSettings settings,
            Ports ports,
            SignInCodes codes,
            List<Metrics.Source> moreMetrics,
            Overview overview,
            LiveFeed feed,
            ExecutorService virtualThreads) {

        Router router(Vertx vertx) {
            Contract contract = Contract.load();
            Traffic traffic = new Traffic();
            Router router = Router.router(vertx);
            router.route().handler(traffic);
            router.route().handler(new SecurityHeaders());
            health(traffic).mount(router);
            OperatorToken token = new OperatorToken(settings.operatorToken());
            Sessions sessions =
                    new Sessions(settings.operatorToken(), ports.desk().clock());
            router.route(contract.base() + "/*").handler(new Gate(contract, token, sessions));
            api(contract, token, sessions).mount(router);
            new SmsPushRoutes(ports.pushes(), virtualThreads).mount(router);
            PageHandler page = new PageHandler();
            router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(page);
            problems(router, contract);
            return router;
        }

        private HealthRoutes health(Traffic traffic) {
            List<Metrics.Source> sources = new ArrayList<>();
            sources.add(traffic);
            sources.add(new ProductMetrics(overview, ports.health(), feed));
            sources.addAll(moreMetrics);
            return new HealthRoutes(ports.health(), sources, virtualThreads);
        }

        private Api api(Contract contract, OperatorToken token, Sessions sessions) {
            Api api = new Api(contract, List.of(new Ownership(ports)), virtualThreads);
            new StatusRoutes(overview, ports.desk(), contract).mount(api);
            new SessionRoutes(token, codes, sessions).mount(api);
            new EquipmentRoutes(ports).mount(api);
            new CommandRoutes(ports).mount(api);
            new ReadingRoutes(ports).mount(api);
            new TicketRoutes(ports).mount(api);
            new PromiseRoutes(ports).mount(api);
            new TelephoneRoutes(ports).mount(api);
            new NoticeRoutes(ports).mount(api);
            new QuarantineRoutes(ports).mount(api);
            new DeviceRoutes(ports).mount(api);
            new LedgerRoutes(ports).mount(api);
            new RiskRoutes(ports).mount(api);
            new SearchRoutes(ports).mount(api);
            new SettingsRoutes(ports).mount(api);
            new RosterRoutes(ports).mount(api);
            new EventRoutes(feed, virtualThreads, ports.desk().clock()).mount(api);
            return api;
        }

        private static void problems(Router router, Contract contract) {
            for (int status : STATUSES_WITH_PROBLEMS) {
                router.errorHandler(status, context -> Answers.send(context, Problem.ofStatus(status)));
            }
            router.errorHandler(405, context -> {
                List<String> methods = contract.methods(context.normalizedPath());
                context.response().putHeader("Allow", methods.isEmpty() ? "GET, HEAD" : String.join(", ", methods));
                Answers.send(context, Problem.ofStatus(405));
            });
            router.errorHandler(500, Routes::broken);
        }

        private static void broken(RoutingContext context) {
            Throwable failure = context.failure();
            Answers.send(context, failure == null ? Problem.ofStatus(500) : Api.incident(context, failure));
        }
    }
}
