package wrenchline.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.core.access.Principal;
import wrenchline.dashboard.auth.Directory;
import wrenchline.dashboard.auth.OperatorToken;
import wrenchline.dashboard.auth.Sessions;

/** Lets nobody into the API who is not known. Everything is closed that the contract does not call open. */
final class Gate implements Handler<RoutingContext> {

    private static final String CALLER = "caller";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final OperatorToken token;
    private final Sessions sessions;
    private final SessionCookie sessionCookie;
    private final Directory directory;
    private final RateLimits limits;
    private final String ownSession;
    private final String signIn;
    private final Set<String> open;

    Gate(
            Contract contract,
            OperatorToken token,
            Sessions sessions,
            SessionCookie sessionCookie,
            Directory directory,
            RateLimits limits) {
        this.token = token;
        this.sessions = sessions;
        this.sessionCookie = sessionCookie;
        this.directory = directory;
        this.limits = limits;
        this.ownSession = contract.base() + "/session";
        this.signIn = "POST " + ownSession;
        this.open = contract.operations().stream()
                .filter(operation -> operation.audience().open())
                .map(operation -> operation.method() + " " + contract.base() + operation.path())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who sent the request, as the gate found out. */
    static Caller caller(RoutingContext context) {
        Caller caller = context.get(CALLER);
        return caller == null ? new Caller.Stranger() : caller;
    }

    @Override
    public void handle(RoutingContext context) {
        Caller caller = recognise(context);
        context.put(CALLER, caller);
        Optional<Duration> wait = wait(context, caller);
        if (wait.isPresent()) {
            long seconds = Math.max(1, wait.get().plusMillis(999).toSeconds());
            context.response().putHeader("Retry-After", Long.toString(seconds));
            Answers.send(context, Problem.tooMany(seconds));
            return;
        }
        admit(context, caller);
    }

    private Optional<Duration> wait(RoutingContext context, Caller caller) {
        String address = "address:" + context.request().remoteAddress().hostAddress();
        return switch (caller) {
            case Caller.Known known -> limits.take(known.principal().name(), RateLimits.KNOWN);
            case Caller.Stranger()
            when signIn.equals(method(context)) -> limits.take("sign-in:" + address, RateLimits.SIGN_IN);
            case Caller.Stranger() -> limits.take(address, RateLimits.STRANGER);
        };
    }

    private void admit(RoutingContext context, Caller caller) {
        String method = context.request().method().name();
        if (open.contains(method + " " + context.normalizedPath())) {
            context.next();
            return;
        }
        switch (caller) {
            case Caller.Program _ -> context.next();
            case Caller.Browser(Principal principal, var _)
            when directory.mustEnrol(principal) && !context.normalizedPath().startsWith(ownSession) ->
                Answers.send(context, Problem.enrolFirst());
            case Caller.Browser(var _, Sessions.Session session)
            when HARMLESS.contains(method) || Sessions.csrfHolds(session, header(context, "X-CSRF-Token")) ->
                context.next();
            case Caller.Browser _ -> Answers.send(context, Problem.forged());
            case Caller.Stranger _ -> {
                context.response().putHeader("WWW-Authenticate", "Bearer realm=\"wrenchline\"");
                Answers.send(context, Problem.unauthorised());
            }
        }
    }

    private Caller recognise(RoutingContext context) {
        String authorization = header(context, "Authorization");
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return program(authorization.substring(7).strip());
        }
        @Nullable Cookie cookie = context.request().getCookie(sessionCookie.name());
        return cookie == null ? new Caller.Stranger() : browser(cookie.getValue());
    }

    private Caller program(String secret) {
        Optional<Principal> principal = token.is(secret) ? Optional.of(Principal.operator()) : directory.of(secret);
        return principal.<Caller>map(Caller.Program::new).orElseGet(Caller.Stranger::new);
    }

    private Caller browser(String cookie) {
        return sessions.find(cookie)
                .flatMap(session -> directory.of(session).map(principal -> new Caller.Browser(principal, session)))
                .<Caller>map(browser -> browser)
                .orElseGet(Caller.Stranger::new);
    }

    private static String method(RoutingContext context) {
        return context.request().method().name() + " " + context.normalizedPath();
    }

    private static String header(RoutingContext context, String name) {
        String value = context.request().getHeader(name);
        return value == null ? "" : value;
    }
}
