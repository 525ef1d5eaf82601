/** Tests of the registers as files. */
@NullMarked
package wrenchline.dashboard.sheet;

import org.jspecify.annotations.NullMarked;
