/**
 * The ticket and its states. May import {@code transition}, {@code equipment}, {@code detection}, {@code duty} and {@code call}.
 */
@NullMarked
package wrenchline.core.ticket;

import org.jspecify.annotations.NullMarked;
