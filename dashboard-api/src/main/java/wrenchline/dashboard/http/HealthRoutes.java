package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.Executor;
import wrenchline.dashboard.wire.Wire;

/** For probes and monitoring, open to whoever reaches the port: they name parts and counts, never people or machines. */
record HealthRoutes(Health health, List<Metrics.Source> sources, Executor virtualThreads) {

    /** How the whole is. */
    enum Whole {
        READY,
        /** Ready, but a part that is not essential is down, for instance the hotline. */
        DEGRADED,
        NOT_READY
    }

    record Readiness(Whole status, List<Health.Part> parts) {}

    void mount(Router router) {
        router.get("/health/live").handler(context -> json(context, 200, new Alive("UP")));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics").handler(this::metrics);
    }

    record Alive(String status) {}

    private void ready(RoutingContext context) {
        context.put(Api.OPERATION, "ready");
        Readiness readiness = readiness(health.parts());
        json(context, readiness.status() == Whole.NOT_READY ? 503 : 200, readiness);
    }

    static Readiness readiness(List<Health.Part> parts) {
        boolean allUp = parts.stream().allMatch(part -> part.state() == Health.State.UP);
        boolean essentialUp = parts.stream().filter(Health.Part::essential).allMatch(HealthRoutes::works);
        return new Readiness(allUp ? Whole.READY : essentialUp ? Whole.DEGRADED : Whole.NOT_READY, parts);
    }

    private static boolean works(Health.Part part) {
        return switch (part.state()) {
            case UP, WARNING -> true;
            case STARTING, DOWN -> false;
        };
    }

    private void metrics(RoutingContext context) {
        context.put(Api.OPERATION, "metrics");
        var eventLoop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            String text = Metrics.text(sources);
            eventLoop.runOnContext(ignored -> context.response()
                    .putHeader("Content-Type", Metrics.MEDIA_TYPE)
                    .end(text));
        });
    }

    private static void json(RoutingContext context, int status, Object body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(Wire.bytes(body)));
    }
}
