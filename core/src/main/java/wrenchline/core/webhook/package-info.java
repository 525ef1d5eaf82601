/**
 * Telling other systems what changes: who wants to be told, and what is still to be delivered. May import {@code desk}.
 */
@NullMarked
package wrenchline.core.webhook;

import org.jspecify.annotations.NullMarked;
