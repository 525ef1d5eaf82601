/**
 * Promises with clocks, the clauses that set them and the policy that holds the clauses. May import {@code transition}, {@code equipment}, {@code duty}, {@code escalation}, {@code warranty} and {@code ticket}.
 */
@NullMarked
package wrenchline.core.promise;

import org.jspecify.annotations.NullMarked;
