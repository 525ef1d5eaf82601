package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.access.Principal;
import wrenchline.core.access.Reach;
import wrenchline.core.ticket.Actor;

/** A request that the contract found valid. */
record Request(Caller caller, Map<String, String> path, Map<String, String> query, JsonNode body) {

    /** A part of the path, which is always there. */
    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("reading path parameter " + name + ": the route has none");
        }
        return value;
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    int query(String name, int otherwise) {
        return query(name).map(Integer::parseInt).orElse(otherwise);
    }

    /**
     * Who asks.
     *
     * @throws IllegalStateException in an operation that is open to strangers
     */
    Principal principal() {
        return switch (caller) {
            case Caller.Known known -> known.principal();
            case Caller.Stranger() -> throw new IllegalStateException("asking who a stranger is");
        };
    }

    /** Whose machines the answer may be about. */
    Reach reach() {
        return principal().reach();
    }

    /** Who does it: the account; whoever shares the operator token says it as {@code by} of the body. */
    Actor operator() {
        String account = principal().name();
        String name = account.equals(Principal.OPERATOR) ? text("by").strip() : account;
        return new Actor.Operator(name.isEmpty() ? Principal.OPERATOR : name);
    }

    /** A text of the body; empty when it is not there. */
    String text(String name) {
        return body.path(name).asText("");
    }

    /** Whether {@code name} of the body is true. */
    boolean flag(String name) {
        return body.path(name).asBoolean(false);
    }

    /** A number of the body. */
    double number(String name, double otherwise) {
        return body.path(name).asDouble(otherwise);
    }
}
