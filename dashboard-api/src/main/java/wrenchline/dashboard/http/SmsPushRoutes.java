package wrenchline.dashboard.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.notice.Push;

/**
 * Where providers post receipts and messages: {@code /sms/PROVIDER}, with the secret as a bearer token or the body signed with it, or
 * {@code /sms/PROVIDER/SECRET} for those who can call an address alone. It is outside the contract because each provider writes its own
 * form; whoever lacks the secret finds nothing here.
 */
final class SmsPushRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(SmsPushRoutes.class);
    private static final int LONGEST_BODY = 256 * 1024;
    private static final int MOST_AT_ONCE = 20;

    private final Pushes pushes;
    private final Executor virtualThreads;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    SmsPushRoutes(Pushes pushes, Executor virtualThreads) {
        this.pushes = pushes;
        this.virtualThreads = virtualThreads;
    }

    void mount(Router router) {
        for (String path : List.of("/sms/:provider", "/sms/:provider/:secret")) {
            // Vert.x lets no body handler follow another one on the same route.
            router.route(HttpMethod.POST, path).handler(this::admit);
            router.route(HttpMethod.POST, path)
                    .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                    .handler(this::take);
        }
    }

    /** Whoever has no secret and no signature is not even read. */
    private void admit(RoutingContext context) {
        boolean maySpeak = named(context)
                .filter(push ->
                        push.isSecret(secret(context)) || !signature(context).isEmpty())
                .isPresent();
        if (maySpeak) {
            context.next();
        } else {
            Answers.send(context, Problem.ofStatus(404));
        }
    }

    private Optional<Push> named(RoutingContext context) {
        return pushes.from().stream()
                .filter(push -> push.provider().equals(context.pathParam("provider")))
                .findFirst();
    }

    private static String secret(RoutingContext context) {
        @Nullable String inAddress = context.pathParam("secret");
        return inAddress == null ? header(context, "Authorization").replaceFirst("(?i)^Bearer +", "") : inAddress;
    }

    private static String signature(RoutingContext context) {
        return header(context, "X-Signature").replaceFirst("^sha256=", "");
    }

    private static String header(RoutingContext context, String name) {
        return Objects.requireNonNullElse(context.request().getHeader(name), "");
    }

    private void take(RoutingContext context) {
        Push push = named(context).orElseThrow();
        byte[] body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        if (!push.isSecret(secret(context)) && !push.isSigned(body, signature(context))) {
            Answers.send(context, Problem.ofStatus(404));
            return;
        }
        if (!room.tryAcquire()) {
            Answers.send(context, Problem.busy());
            return;
        }
        String contentType =
                Objects.requireNonNullElse(context.request().getHeader("Content-Type"), "application/json");
        Context eventLoop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            try {
                Optional<Push.Thanks> thanks = push.take(contentType, body, pushes.into());
                eventLoop.runOnContext(ignored -> answer(context, thanks));
            } catch (RuntimeException failure) {
                LOG.error("keeping what {} posted", push.provider(), failure);
                eventLoop.runOnContext(ignored -> Answers.send(context, Problem.ofStatus(500)));
            } finally {
                room.release();
            }
        });
    }

    private static void answer(RoutingContext context, Optional<Push.Thanks> thanks) {
        thanks.ifPresentOrElse(
                said -> context.response()
                        .putHeader("Content-Type", said.contentType())
                        .end(said.body()),
                () -> Answers.send(context, Problem.invalid("This is no receipt or message of this provider.")));
    }
}
