package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeMap;
import wrenchline.core.access.Act;
import wrenchline.core.access.AuditLog;
import wrenchline.core.access.Principal;

/** Writes down who is about to do what, and then how it was answered: an act that cannot be written down is not done. */
record AuditTrail(AuditLog log, InstantSource clock) implements Step {

    private static final Set<String> SECRETS = Set.of("token", "code", "password", "old", "secret", "factor");
    private static final int LONGEST = 2_000;

    @Override
    public Answer pass(Operation operation, Request request, UseCase next) {
        if (!operation.audited()) {
            return next.answer(request);
        }
        long number = log.begin(act(operation, request));
        Answer answer = Answer.refused(Problem.ofStatus(500));
        try {
            answer = next.answer(request);
            return answer;
        } finally {
            log.end(number, answer.status());
        }
    }

    /** Writes down that somebody wanted what the role or the key does not allow. */
    void refused(Operation operation, Caller.Known caller, Sent sent) {
        long number = log.begin(
                new Act(0, clock.instant(), caller.principal().name(), sent.address(), operation.id(), "", "", 0));
        log.end(number, Problem.forbidden(operation).status());
    }

    private Act act(Operation operation, Request request) {
        String object = String.join("/", new TreeMap<>(request.path()).values());
        return new Act(
                0,
                clock.instant(),
                who(request),
                request.sent().address(),
                operation.id(),
                object,
                details(request),
                0);
    }

    private static String who(Request request) {
        return switch (request.caller()) {
            case Caller.Known known -> known.principal().name();
            case Caller.Stranger() -> {
                String name = request.text("name");
                yield name.isEmpty() ? Principal.OPERATOR : name;
            }
        };
    }

    private static String details(Request request) {
        JsonNode body = request.body();
        if (!(body instanceof ObjectNode object) || object.isEmpty()) {
            return "";
        }
        ObjectNode open = object.deepCopy();
        open.remove(SECRETS);
        String text = open.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
