package wrenchline.dashboard.http;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Principal;
import wrenchline.dashboard.auth.AccountDesk;
import wrenchline.dashboard.auth.Directory;
import wrenchline.dashboard.auth.OperatorToken;
import wrenchline.dashboard.auth.Sessions;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.wire.SessionView;

/**
 * Signing in at the page: a password, the operator token or a one-time code is exchanged for a cookie that no script can read.
 *
 * @param operations of the contract, so that a page can tell what its user may do
 * @param zone in which the house tells times; may block
 */
record SessionRoutes(
        OperatorToken token,
        SignInCodes codes,
        Sessions sessions,
        SessionCookie cookie,
        AccountDesk accounts,
        Directory directory,
        List<Operation> operations,
        Supplier<ZoneId> zone) {

    void mount(Api api) {
        api.on("beginSession", this::begin);
        api.on("getSession", this::show);
        api.on("endSession", this::end);
    }

    private Answer begin(Request request) {
        if (!request.text("name").isEmpty()) {
            return signIn(request, request.text("name"));
        }
        String given = request.text("token");
        boolean known = given.isEmpty() ? codes.redeem(request.text("code")) : token.is(given);
        return known ? welcome(request, sessions.begin(), Principal.operator()) : Answer.refused(Problem.wrongSecret());
    }

    private Answer signIn(Request request, String name) {
        if (!AccountName.isValid(name)) {
            return Answer.refused(Problem.wrongSecret());
        }
        return switch (accounts.signIn(new AccountName(name), request.text("password"), request.text("factor"))) {
            case AccountDesk.SignIn.Welcome(var account) ->
                welcome(request, sessions.begin(account), account.principal());
            case AccountDesk.SignIn.CodeNeeded(var _) -> Answer.refused(Problem.codeNeeded());
            case AccountDesk.SignIn.Wrong() -> Answer.refused(Problem.wrongSecret());
            case AccountDesk.SignIn.Shut() -> Answer.refused(Problem.shut());
        };
    }

    private Answer welcome(Request request, Sessions.Session session, Principal principal) {
        directory.begin(session, request.sent().address(), request.sent().browser());
        return new Answer.Json(view(session, principal), cookie.set(session.cookie(), Sessions.LIFE.toSeconds()));
    }

    private Answer show(Request request) {
        return switch (request.caller()) {
            case Caller.Browser(Principal principal, Sessions.Session session) -> Answer.json(view(session, principal));
            case Caller.Program _ -> Answer.refused(Problem.conflict("A bearer token needs no session."));
            case Caller.Stranger _ -> Answer.refused(Problem.unauthorised());
        };
    }

    private Answer end(Request request) {
        if (request.caller() instanceof Caller.Browser(var _, Sessions.Session session)) {
            directory.end(session.digest(), session.expires());
        }
        return new Answer.Nothing(cookie.end());
    }

    private SessionView view(Sessions.Session session, Principal principal) {
        List<String> may = operations.stream()
                .filter(operation -> operation.audience().has(principal))
                .map(Operation::id)
                .toList();
        return SessionView.of(
                session.csrf(), session.expires(), principal, may, directory.mustEnrol(principal), zone.get());
    }
}
