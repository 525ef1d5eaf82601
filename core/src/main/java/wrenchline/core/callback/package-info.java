/**
 * The callback promised to a caller, from the first ring to the customer's confirmation. May import {@code transition}, {@code duty}, {@code ticket} and {@code promise}.
 */
@NullMarked
package wrenchline.core.callback;

import org.jspecify.annotations.NullMarked;
