package wrenchline.dashboard.http;

import java.util.Map;
import wrenchline.dashboard.auth.OperatorToken;
import wrenchline.dashboard.auth.Sessions;
import wrenchline.dashboard.auth.SignInCodes;

/** Signing in at the page: the token or a one-time code is exchanged for a cookie that no script can read. */
final class SessionRoutes {

    private final OperatorToken token;
    private final SignInCodes codes;
    private final Sessions sessions;

    SessionRoutes(OperatorToken token, SignInCodes codes, Sessions sessions) {
        this.token = token;
        this.codes = codes;
        this.sessions = sessions;
    }

    void mount(Api api) {
        api.on("beginSession", this::begin);
        api.on("getSession", this::show);
        api.on("endSession", this::end);
    }

    private Answer begin(Request request) {
        String given = request.text("token");
        boolean known = given.isEmpty() ? codes.redeem(request.text("code")) : token.is(given);
        if (!known) {
            return Answer.refused(Problem.wrongSecret());
        }
        Sessions.Session session = sessions.begin();
        return new Answer.Json(view(session), cookie(session.cookie(), Sessions.LIFE.toSeconds()));
    }

    private Answer show(Request request) {
        return switch (request.caller()) {
            case Caller.Browser(var _, Sessions.Session session) -> Answer.json(view(session));
            case Caller.Program _ -> Answer.refused(Problem.conflict("A bearer token needs no session."));
            case Caller.Stranger _ -> Answer.refused(Problem.unauthorised());
        };
    }

    private Answer end(Request request) {
        if (request.caller() instanceof Caller.Browser(var _, Sessions.Session session)) {
            sessions.end(session);
        }
        return new Answer.Nothing(cookie("", 0));
    }

    private static Map<String, Object> view(Sessions.Session session) {
        return Map.of("csrf", session.csrf(), "expires", session.expires());
    }

    private static Map<String, String> cookie(String value, long seconds) {
        return Map.of(
                "Set-Cookie",
                Gate.COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict");
    }
}
