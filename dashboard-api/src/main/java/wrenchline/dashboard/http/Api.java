package wrenchline.dashboard.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.access.Turnstile;
import wrenchline.core.reading.Readings;

/** Joins the operations of the contract with the use cases that answer them; neither can be without the other. */
final class Api {

    static final int LONGEST_BODY = 64 * 1024;
    static final String OPERATION = "operation";
    private static final int MOST_AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private final Contract contract;
    private final List<Step> steps;
    private final Refusals refusals;
    private final Executor virtualThreads;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Map<String, Handling> handlings = new HashMap<>();
    private final Map<String, UseCase> useCases = new HashMap<>();

    /**
     * @param steps what stands around every use case, the first outermost
     * @param turnstile lets changes of one kind of thing through one at a time where they say what they saw
     * @param refusals is told of what somebody wanted who may not; may block
     */
    Api(Contract contract, List<Step> steps, Turnstile turnstile, Refusals refusals, Executor virtualThreads) {
        this.contract = contract;
        this.steps = Stream.concat(steps.stream(), Stream.of(new Matching(useCases, turnstile)))
                .toList();
        this.refusals = refusals;
        this.virtualThreads = virtualThreads;
    }

    /** Is told that {@code caller} wanted {@code operation} and may not. */
    @FunctionalInterface
    interface Refusals {
        void refused(Operation operation, Caller.Known caller, Sent sent);
    }

    @FunctionalInterface
    private interface Handling {
        void handle(RoutingContext context, Operation operation, Request request);
    }

    /** {@code useCase} answers {@code operation}. */
    void on(String operation, UseCase useCase) {
        useCases.put(operation, useCase);
        add(operation, (context, model, request) -> answer(context, request, Step.around(steps, model, useCase)));
    }

    /** {@code handler} writes the answer to {@code operation} itself; it is called on the event loop. */
    void stream(String operation, BiConsumer<RoutingContext, Request> handler) {
        add(operation, (context, model, request) -> handler.accept(context, request));
    }

    private void add(String operation, Handling handling) {
        if (handlings.putIfAbsent(operation, handling) != null) {
            throw new IllegalStateException("two handlers for operation " + operation);
        }
    }

    /** Adds a route for every operation. */
    void mount(Router router) {
        Set<String> unused = new HashSet<>(handlings.keySet());
        for (Operation operation : contract.operations()) {
            Handling handling = handlings.get(operation.id());
            if (handling == null) {
                throw new IllegalStateException(
                        "the contract has operation " + operation.id() + ", which nothing answers");
            }
            if (!operation.match().isEmpty() && !useCases.containsKey(operation.match())) {
                throw new IllegalStateException("x-match of " + operation.id() + " names no operation that reads");
            }
            unused.remove(operation.id());
            String path = contract.base() + operation.routePath();
            HttpMethod method = HttpMethod.valueOf(operation.method());
            router.route(method, path).handler(context -> admit(context, operation));
            router.route(method, path)
                    .handler(body(operation))
                    .handler(context -> validate(context, operation, handling));
        }
        if (!unused.isEmpty()) {
            throw new IllegalStateException("operations that are not in the contract: " + unused);
        }
    }

    private static Handler<RoutingContext> body(Operation operation) {
        return BodyHandler.create(false).setBodyLimit(operation.longestBody());
    }

    private void admit(RoutingContext context, Operation operation) {
        context.put(OPERATION, operation.id());
        if (Gate.caller(context) instanceof Caller.Known known
                && !operation.audience().has(known.principal())) {
            Sent sent = Sent.of(context.request());
            virtualThreads.execute(() -> refusals.refused(operation, known, sent));
            Answers.send(context, Problem.forbidden(operation));
        } else {
            context.next();
        }
    }

    private static void validate(RoutingContext context, Operation operation, Handling handling) {
        switch (Validation.of(context, operation, Gate.caller(context))) {
            case Validation.Result.Valid(Request request) -> handling.handle(context, operation, request);
            case Validation.Result.Invalid(Problem problem) -> Answers.send(context, problem);
        }
    }

    private void answer(RoutingContext context, Request request, UseCase useCase) {
        if (!room.tryAcquire()) {
            context.response().putHeader("Retry-After", "1");
            Answers.send(context, Problem.busy());
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            Answer answer;
            try {
                answer = useCase.answer(request);
            } catch (Request.NoSuchTime wrong) {
                answer = Answer.refused(wrong.problem());
            } catch (Readings.HistoryUnavailable away) {
                LOG.warn("answering {}: {}", context.<String>get(OPERATION), away.getMessage());
                answer = Answer.refused(Problem.historyUnavailable());
            } catch (RuntimeException broken) {
                answer = Answer.refused(incident(context, broken));
            } finally {
                room.release();
            }
            Answer ready = answer;
            eventLoop.runOnContext(ignored -> Answers.send(context, ready));
        });
    }

    /** Providers of short messages and links to tickets have a secret in the address. */
    static String withoutSecrets(String path) {
        return path.replaceFirst("^/(t|sms/[^/]+)/.*", "/$1/…");
    }

    /** Logs what broke under a name that the answer carries, and tells the caller no more than that. */
    static Problem incident(RoutingContext context, Throwable broken) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "incident {} while answering {} {}",
                incident,
                context.request().method(),
                withoutSecrets(context.normalizedPath()),
                broken);
        return Problem.internal(incident);
    }
}
