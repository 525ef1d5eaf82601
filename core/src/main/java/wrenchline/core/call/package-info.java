/**
 * The log of telephone calls. May import {@code transition} and {@code equipment}.
 */
@NullMarked
package wrenchline.core.call;

import org.jspecify.annotations.NullMarked;
