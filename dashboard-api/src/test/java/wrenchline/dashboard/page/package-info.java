/** The page in a real browser. */
@NullMarked
package wrenchline.dashboard.page;

import org.jspecify.annotations.NullMarked;
