/**
 * Who may be dialled, and how often. May import {@code core}.
 */
@NullMarked
package wrenchline.hotline.guard;

import org.jspecify.annotations.NullMarked;
