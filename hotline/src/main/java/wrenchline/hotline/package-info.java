/**
 * The telephone side put together. May import all of its own packages.
 */
@NullMarked
package wrenchline.hotline;

import org.jspecify.annotations.NullMarked;
