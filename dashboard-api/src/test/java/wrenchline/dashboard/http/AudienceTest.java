package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wrenchline.core.access.Principal;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;
import wrenchline.core.equipment.CustomerId;

/** Whom an operation is for stands in the contract, and an operation that does not say is for nobody. */
class AudienceTest {

    private static final JsonObject DOCUMENT = new JsonObject()
            .put(
                    "x-role-groups",
                    new JsonObject()
                            .put("desk", new JsonArray(List.of("agent", "supervisor")))
                            .put("all", new JsonArray(List.of("desk", "customer"))));

    @Test
    void an_operation_without_roles_is_for_administrators_alone() {
        assertThat(audience(new JsonObject()).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void an_unknown_role_is_refused() {
        assertThatThrownBy(() -> audience(roles("janitor"))).hasMessageContaining("no such role or group: janitor");
    }

    @Test
    void what_is_open_to_customers_says_how_they_are_kept_to_their_own() {
        assertThatThrownBy(() -> audience(roles("all"))).hasMessageContaining("\"x-own\"");
        assertThatThrownBy(() -> audience(roles("desk").put("x-own", "list"))).hasMessageContaining("\"x-own\"");
        assertThat(audience(roles("all").put("x-own", "ticket")).own()).isEqualTo(Own.TICKET);
    }

    @Test
    void groups_may_hold_groups_and_the_administrator_is_in_all() {
        assertThat(audience(roles("all").put("x-own", "nothing")).roles())
                .containsExactlyInAnyOrder(Role.ADMIN, Role.AGENT, Role.SUPERVISOR, Role.CUSTOMER);
    }

    @Test
    void a_key_needs_the_role_and_the_scope() {
        Audience audience = audience(roles("desk"));
        assertThat(audience.scope()).isEqualTo("samples:write");
        for (String scope : List.of("samples:write", "*:write", "samples:*")) {
            assertThat(audience.has(key(Role.AGENT, scope))).as(scope).isTrue();
        }
        assertThat(audience.has(key(Role.AGENT, "samples:read"))).isFalse();
        assertThat(audience.has(key(Role.AUDITOR, "samples:write"))).isFalse();
    }

    @Test
    void only_customers_are_kept_to_their_own() {
        var own = new Reach.Own(new CustomerId("sample"));
        assertThatThrownBy(() -> new Principal("a", Role.AGENT, own, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Principal("a", Role.CUSTOMER, new Reach.Everything(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Principal key(Role role, String scope) {
        return new Principal("key:sample", role, new Reach.Everything(), Set.of(scope));
    }

    private static JsonObject roles(String... words) {
        return new JsonObject().put("x-roles", new JsonArray(List.of(words)));
    }

    private static Audience audience(JsonObject more) {
        return Audience.of(
                DOCUMENT,
                "post",
                new JsonObject()
                        .put("operationId", "sample")
                        .put("tags", new JsonArray(List.of("Samples")))
                        .mergeIn(more));
    }
}
