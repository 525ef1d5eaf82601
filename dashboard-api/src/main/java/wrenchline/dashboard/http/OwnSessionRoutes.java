package wrenchline.dashboard.http;

import java.util.List;
import java.util.function.Predicate;
import wrenchline.core.access.OpenSession;
import wrenchline.dashboard.auth.Directory;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.OpenSessionView;

/** The sessions of whoever asks: seen, and ended. Those of others are not there. */
record OwnSessionRoutes(Directory directory) {

    void mount(Api api) {
        api.on("listSessions", this::list);
        api.on("endOneSession", this::endOne);
        api.on("endOtherSessions", this::endOthers);
    }

    private Answer list(Request request) {
        String here = here(request);
        return Answer.json(ListOf.all(own(request).stream()
                .map(session -> OpenSessionView.of(session, session.digest().equals(here)))
                .toList()));
    }

    private Answer endOne(Request request) {
        String id = request.path("id");
        return end(request, session -> session.digest().equals(id)) == 0
                ? Answer.refused(Problem.unknown("session", id))
                : Answer.nothing();
    }

    private Answer endOthers(Request request) {
        String here = here(request);
        end(request, session -> !session.digest().equals(here));
        return Answer.nothing();
    }

    private int end(Request request, Predicate<OpenSession> which) {
        List<OpenSession> ending = own(request).stream().filter(which).toList();
        ending.forEach(session -> directory.end(session.digest(), session.expires()));
        return ending.size();
    }

    private List<OpenSession> own(Request request) {
        return directory.sessions(request.principal().name());
    }

    /** The session from which it is asked; empty for a program, which has none. */
    private static String here(Request request) {
        return request.caller() instanceof Caller.Browser(var _, var session) ? session.digest() : "";
    }
}
