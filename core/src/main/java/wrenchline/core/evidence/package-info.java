/**
 * What proves that a promise was kept. May import {@code duty} and {@code promise}.
 */
@NullMarked
package wrenchline.core.evidence;

import org.jspecify.annotations.NullMarked;
