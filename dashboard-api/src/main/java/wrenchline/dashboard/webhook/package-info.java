/**
 * Tells other systems of changes: CloudEvents, signed, to addresses that are nobody's inner network. May import {@code core}; Vert.x
 * sends them.
 */
@NullMarked
package wrenchline.dashboard.webhook;

import org.jspecify.annotations.NullMarked;
