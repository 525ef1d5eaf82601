/**
 * The use cases: each runs in one transaction over the books. May import every other package of the core.
 */
@NullMarked
package wrenchline.core.desk;

import org.jspecify.annotations.NullMarked;
