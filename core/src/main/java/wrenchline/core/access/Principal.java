package wrenchline.core.access;

import java.util.Set;
import wrenchline.core.equipment.CustomerId;

/**
 * Somebody, or some program, that was recognised (主体).
 *
 * @param name the account's, or {@code key:} and the key's; {@code operator} for the operator token
 * @param scopes what a program may touch at most, for instance {@code tickets:read}; empty for all that the role may
 */
public record Principal(String name, Role role, Reach reach, Set<String> scopes) {

    /** The name of whoever holds the operator token. */
    public static final String OPERATOR = "operator";

    public Principal {
        scopes = Set.copyOf(scopes);
        if ((role == Role.CUSTOMER) != (reach instanceof Reach.Own)) {
            throw new IllegalArgumentException(name + ": customers, and only they, are kept to their own machines");
        }
    }

    /** Whoever holds the operator token. */
    public static Principal operator() {
        return new Principal(OPERATOR, Role.ADMIN, new Reach.Everything(), Set.of());
    }

    /** Whether it is a program with a key, and no person. */
    public boolean isProgram() {
        return name.startsWith(ApiKey.PREFIX);
    }

    /** Whether it may see what belongs to {@code customer}. */
    public boolean sees(CustomerId customer) {
        return switch (reach) {
            case Reach.Everything() -> true;
            case Reach.Own(CustomerId own) -> own.equals(customer);
        };
    }

    /** Whether its scopes hold {@code scope}; {@code *:read} holds every scope that ends so, {@code tickets:*} all of tickets. */
    public boolean holds(String scope) {
        String area = scope.substring(0, scope.indexOf(':'));
        String act = scope.substring(area.length() + 1);
        return scopes.isEmpty()
                || scopes.contains(scope)
                || scopes.contains("*:" + act)
                || scopes.contains(area + ":*");
    }
}
