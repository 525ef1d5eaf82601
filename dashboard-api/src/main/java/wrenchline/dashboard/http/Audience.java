package wrenchline.dashboard.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.access.Principal;
import wrenchline.core.access.Role;

/**
 * Whom an operation is for, as the contract says; nobody whom it does not name.
 *
 * @param open whether it may be used without signing in
 * @param own null when it is not open to customers
 * @param scope what the key of a program must hold: the operation's tag, and {@code read} or {@code write}
 */
record Audience(boolean open, Set<Role> roles, @Nullable Own own, String scope) {

    /**
     * That of the operation {@code model}; administrators alone when it does not say.
     *
     * @throws IllegalStateException when it says what makes no sense
     */
    static Audience of(JsonObject document, String method, JsonObject model) {
        String id = model.getString("operationId");
        String area = model.getJsonArray("tags").getString(0).toLowerCase(Locale.ROOT);
        String scope = area + (method.equals("get") ? ":read" : ":write");
        if (model.containsKey("security") && model.getJsonArray("security").isEmpty()) {
            return new Audience(true, EnumSet.allOf(Role.class), Own.NOTHING, scope);
        }
        Set<Role> roles = EnumSet.of(Role.ADMIN);
        JsonArray words = model.getJsonArray("x-roles", new JsonArray());
        words.forEach(word -> add(roles, document.getJsonObject("x-role-groups"), id, (String) word));
        Own own = Own.of(model.getString("x-own", "")).orElse(null);
        if (roles.contains(Role.CUSTOMER) != (own != null)) {
            throw new IllegalStateException("openapi.json: operation " + id + " needs \"x-own\" if, and only if, it is"
                    + " open to customers: equipment, ticket or promise (the {id} of the path must be theirs), list (the"
                    + " handler keeps to request.reach()), nothing; or \"x-roles\": [\"staff\"]");
        }
        return new Audience(false, roles, own, scope);
    }

    private static void add(Set<Role> roles, JsonObject groups, String id, String word) {
        if (groups.containsKey(word)) {
            groups.getJsonArray(word).forEach(member -> add(roles, groups, id, (String) member));
            return;
        }
        roles.add(Role.of(word)
                .orElseThrow(() -> new IllegalStateException(
                        "openapi.json: x-roles of operation " + id + " has no such role or group: " + word)));
    }

    /** Whether {@code principal} is among them. */
    boolean has(Principal principal) {
        return roles.contains(principal.role()) && principal.holds(scope);
    }
}
