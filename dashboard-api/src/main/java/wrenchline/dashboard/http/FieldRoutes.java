package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.AttachmentDesk;
import wrenchline.core.desk.FieldDesk;
import wrenchline.core.notice.TicketLinks.Pass;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Attachments;
import wrenchline.dashboard.auth.FieldSessions;
import wrenchline.dashboard.wire.Wire;

/**
 * What the page of one ticket asks for. The link of a message is exchanged at once for a session in a cookie, so that no capability stays in
 * an address; the session reaches that ticket alone. It is outside the contract: nobody but our own page calls it.
 */
final class FieldRoutes {

    static final String COOKIE = "wrenchline_field";
    private static final String PASS = "pass";
    private static final int LONGEST_DEED = 16 * 1024;
    private static final int MOST_AT_ONCE = 50;

    private final Ports ports;
    private final FieldSessions sessions;
    private final boolean secure;
    private final Executor virtualThreads;
    private final FieldDesk desk;
    private final AttachmentDesk attachments;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /**
     * @param secure whether browsers reach us by HTTPS alone
     */
    FieldRoutes(Ports ports, FieldSessions sessions, boolean secure, Executor virtualThreads) {
        this.ports = ports;
        this.sessions = sessions;
        this.secure = secure;
        this.virtualThreads = virtualThreads;
        this.desk = new FieldDesk(ports.desk());
        this.attachments = new AttachmentDesk(ports.desk());
    }

    void mount(Router router) {
        router.get("/t/:token").handler(this::exchange);
        router.get("/field/").handler(context -> redirect(context, "/field/index.html"));
        router.route("/field/api/*").handler(this::admit);
        router.get("/field/api/ticket").handler(context -> answer(context, this::view));
        router.post("/field/api/deeds/:key").handler(body(LONGEST_DEED)).handler(this::deed);
        router.post("/field/api/files")
                .handler(body(Attachments.LARGEST))
                .handler(context -> answer(context, pass -> attach(context, pass)));
    }

    private static BodyHandler body(int longest) {
        return BodyHandler.create(false).setBodyLimit(longest);
    }

    /** Whether the link held or not, the page follows: it says what it finds. */
    private void exchange(RoutingContext context) {
        String token = Objects.requireNonNullElse(context.pathParam("token"), "");
        onVirtualThread(context, () -> desk.open(token), opened -> {
            String cookie = opened.map(pass -> sessions.cookie(pass) + "; Max-Age=" + seconds(pass))
                    .orElse("; Max-Age=0");
            context.response()
                    .putHeader(
                            "Set-Cookie",
                            COOKIE + "=" + cookie + "; Path=/field/; HttpOnly; SameSite=Strict"
                                    + (secure ? "; Secure" : ""));
            redirect(context, "/field/index.html");
        });
    }

    private long seconds(Pass pass) {
        return Math.max(
                0,
                pass.expires().getEpochSecond() - ports.desk().clock().instant().getEpochSecond());
    }

    private static void redirect(RoutingContext context, String to) {
        context.response().setStatusCode(303).putHeader("Location", to).end();
    }

    private void admit(RoutingContext context) {
        @Nullable Cookie cookie = context.request().getCookie(COOKIE);
        Optional<Pass> pass = cookie == null ? Optional.empty() : sessions.find(cookie.getValue());
        String csrf = context.request().getHeader("X-CSRF-Token");
        if (pass.isEmpty()) {
            Answers.send(context, Problem.unauthorised());
        } else if (!context.request().method().equals(HttpMethod.GET)
                && !sessions.csrfHolds(pass.get(), csrf == null ? "" : csrf)) {
            Answers.send(context, Problem.forged());
        } else {
            context.put(PASS, pass.get());
            context.next();
        }
    }

    private Answer view(Pass pass) {
        FieldViews views = new FieldViews(ports.desk(), pass, sessions.csrf(pass));
        return ports.desk()
                .transactions()
                .call(views::view)
                .map(Answer::json)
                .orElseGet(() ->
                        Answer.refused(Problem.unknown("ticket", pass.ticket().toString())));
    }

    private void deed(RoutingContext context) {
        JsonNode body;
        UUID key;
        try {
            key = UUID.fromString(Objects.requireNonNullElse(context.pathParam("key"), ""));
            body = Wire.read(content(context));
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            Answers.send(context, Problem.invalid("A deed is JSON under a UUID."));
            return;
        }
        FieldBodies.action(body)
                .ifPresentOrElse(
                        action -> answer(context, pass -> Answer.json(Map.of("refused", desk.act(pass, key, action)))),
                        () -> Answers.send(context, Problem.invalid("This is no deed.")));
    }

    private Answer attach(RoutingContext context, Pass pass) {
        String name = context.request().getParam("name", "photo");
        return switch (attachments.add(pass.ticket(), new Actor.Staff(pass.staff()), name, content(context))) {
            case AttachmentDesk.Added.Done _ -> Answer.json(Map.of("refused", ""));
            case AttachmentDesk.Added.Refused(String reason) -> Answer.json(Map.of("refused", reason));
            case AttachmentDesk.Added.NoSuchTicket() ->
                Answer.refused(Problem.unknown("ticket", pass.ticket().toString()));
        };
    }

    private static byte[] content(RoutingContext context) {
        return context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
    }

    private void answer(RoutingContext context, Function<Pass, Answer> useCase) {
        Pass pass = Objects.requireNonNull(context.<Pass>get(PASS), "the pass that was found");
        onVirtualThread(context, () -> useCase.apply(pass), answer -> Answers.send(context, answer));
    }

    private <T> void onVirtualThread(RoutingContext context, Supplier<T> work, Consumer<T> then) {
        if (!room.tryAcquire()) {
            Answers.send(context, Problem.busy());
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            try {
                T result = work.get();
                eventLoop.runOnContext(ignored -> then.accept(result));
            } catch (RuntimeException broken) {
                Problem problem = Api.incident(context, broken);
                eventLoop.runOnContext(ignored -> Answers.send(context, problem));
            } finally {
                room.release();
            }
        });
    }
}
