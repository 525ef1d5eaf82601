/**
 * Server-sent events: every change once and in order, newest values once a second. May import {@code core} and {@code wire}.
 */
@NullMarked
package wrenchline.dashboard.live;

import org.jspecify.annotations.NullMarked;
