package wrenchline.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.core.access.Principal;
import wrenchline.dashboard.auth.OperatorToken;
import wrenchline.dashboard.auth.Sessions;

/** Lets nobody into the API who is not known. Everything is closed that the contract does not call open. */
final class Gate implements Handler<RoutingContext> {

    static final String COOKIE = "wrenchline_session";
    private static final String CALLER = "caller";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final OperatorToken token;
    private final Sessions sessions;
    private final Set<String> open;

    Gate(Contract contract, OperatorToken token, Sessions sessions) {
        this.token = token;
        this.sessions = sessions;
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
        String method = context.request().method().name();
        if (open.contains(method + " " + context.normalizedPath())) {
            context.next();
            return;
        }
        switch (caller) {
            case Caller.Program _ -> context.next();
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
            return token.is(authorization.substring(7).strip())
                    ? new Caller.Program(Principal.operator())
                    : new Caller.Stranger();
        }
        @Nullable Cookie cookie = context.request().getCookie(COOKIE);
        Optional<Sessions.Session> session = cookie == null ? Optional.empty() : sessions.find(cookie.getValue());
        return session.<Caller>map(one -> new Caller.Browser(Principal.operator(), one))
                .orElseGet(Caller.Stranger::new);
    }

    private static String header(RoutingContext context, String name) {
        String value = context.request().getHeader(name);
        return value == null ? "" : value;
    }
}
