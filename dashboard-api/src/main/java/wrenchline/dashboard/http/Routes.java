package wrenchline.dashboard.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import wrenchline.config.HttpSettings;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.desk.Transactions;
import wrenchline.dashboard.auth.FieldSessions;
import wrenchline.dashboard.auth.KeyDesk;
import wrenchline.dashboard.auth.OperatorToken;
import wrenchline.dashboard.auth.Sessions;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.sheet.Registers;
import wrenchline.dashboard.web.PageHandler;

/** All routes, in the order in which they are tried. */
record Routes(
        HttpSettings settings, Ports ports, SignInCodes codes, List<Metrics.Source> moreMetrics, Machinery machinery) {

    private static final int[] STATUSES_WITH_PROBLEMS = {400, 401, 403, 404, 406, 413, 414, 415, 431};

    Router router(Vertx vertx) {
        Contract contract = Contract.load();
        Traffic traffic = new Traffic();
        Router router = Router.router(vertx);
        router.route().handler(traffic);
        router.route().handler(new OwnNames(settings.publicUrl()));
        health(traffic).mount(router);
        OperatorToken token = new OperatorToken(settings.operatorToken());
        Sessions sessions = new Sessions(settings.operatorToken(), clock());
        router.route(contract.base() + "/*")
                .handler(new Gate(
                        contract, token, sessions, cookie(), machinery.directory(), new RateLimits(System::nanoTime)));
        api(contract, token, sessions).mount(router);
        // Or the page, which answers any GET, would say that an address is not there that only lacks this method.
        router.route(contract.base() + "/*").handler(context -> noSuchOperation(context, contract));
        new SmsPushRoutes(ports.pushes(), machinery.virtualThreads()).mount(router);
        FieldSessions fieldSessions = new FieldSessions(settings.operatorToken(), clock());
        new FieldRoutes(ports, fieldSessions, settings.secure(), machinery.virtualThreads()).mount(router);
        PageHandler page = new PageHandler();
        router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(page);
        problems(router);
        return router;
    }

    private HealthRoutes health(Traffic traffic) {
        List<Metrics.Source> sources = new ArrayList<>();
        sources.add(traffic);
        sources.add(new ProductMetrics(machinery.overview(), ports.health(), machinery.feed()));
        sources.addAll(moreMetrics);
        return new HealthRoutes(ports.health(), sources, machinery.virtualThreads());
    }

    private Api api(Contract contract, OperatorToken token, Sessions sessions) {
        AccessBooks access = ports.access();
        AuditTrail trail = new AuditTrail(access.audit(), clock());
        List<Step> steps = List.of(
                new Idempotency(access.claims(), clock()), trail, new Ownership(ports), new Tags(), new Listing());
        Api api = new Api(contract, steps, access.turnstile(), trail::refused, machinery.virtualThreads());
        new StatusRoutes(machinery.overview(), ports.desk(), contract).mount(api);
        new SessionRoutes(
                        token,
                        codes,
                        sessions,
                        cookie(),
                        machinery.accounts(),
                        machinery.directory(),
                        contract.operations(),
                        () -> ports.desk()
                                .transactions()
                                .call(books -> books.rosters().current().zone()))
                .mount(api);
        new SecondFactorRoutes(machinery.accounts(), access.accounts()).mount(api);
        new OwnSessionRoutes(machinery.directory()).mount(api);
        access(api, access);
        new EquipmentRoutes(ports).mount(api);
        new DocumentRoutes(ports.desk()).mount(api);
        new CommandRoutes(ports).mount(api);
        new ReadingRoutes(ports).mount(api);
        new TicketRoutes(ports).mount(api);
        new PromiseRoutes(ports).mount(api);
        new TelephoneRoutes(ports).mount(api);
        new ComplaintRoutes(ports).mount(api);
        new SwitchboardRoutes(ports).mount(api);
        new NoticeRoutes(ports).mount(api);
        new QuarantineRoutes(ports).mount(api);
        new DeviceRoutes(ports).mount(api);
        new LedgerRoutes(ports).mount(api);
        new PrometheusRoutes(ports).mount(api);
        new SheetRoutes(new Registers(ports.desk())).mount(api);
        new RiskRoutes(ports).mount(api);
        new SettingsRoutes(ports).mount(api);
        new RosterRoutes(ports).mount(api);
        new DutyRoutes(ports).mount(api);
        new SearchRoutes(ports).mount(api);
        new WebhookRoutes(machinery.postman(), ports.webhooks(), clock()).mount(api);
        new EventRoutes(
                        machinery.feed(),
                        machinery.directory(),
                        machinery.virtualThreads(),
                        clock(),
                        ports.desk().transactions())
                .mount(api);
        return api;
    }

    private void access(Api api, AccessBooks access) {
        Transactions transactions = ports.desk().transactions();
        KeyDesk keys = new KeyDesk(access.keys(), machinery.directory(), clock());
        new AccountRoutes(machinery.accounts(), access.accounts(), transactions).mount(api);
        new KeyRoutes(keys, access.keys(), transactions).mount(api);
        new AuditRoutes(access.audit()).mount(api);
    }

    private SessionCookie cookie() {
        return new SessionCookie(settings.secure());
    }

    private InstantSource clock() {
        return ports.desk().clock();
    }

    private static void problems(Router router) {
        for (int status : STATUSES_WITH_PROBLEMS) {
            router.errorHandler(status, context -> Answers.send(context, Problem.ofStatus(status)));
        }
        router.errorHandler(405, context -> {
            context.response().putHeader("Allow", "GET, HEAD");
            Answers.send(context, Problem.ofStatus(405));
        });
        router.errorHandler(500, Routes::broken);
    }

    private static void noSuchOperation(RoutingContext context, Contract contract) {
        List<String> methods = contract.methods(context.normalizedPath());
        if (!methods.isEmpty()) {
            context.response().putHeader("Allow", String.join(", ", methods));
        }
        Answers.send(context, Problem.ofStatus(methods.isEmpty() ? 404 : 405));
    }

    private static void broken(RoutingContext context) {
        Throwable failure = context.failure();
        Answers.send(context, failure == null ? Problem.ofStatus(500) : Api.incident(context, failure));
    }
}
