/**
 * What proves that a promise was kept. May import {@code duty}, {@code call}, {@code callback}, {@code notice} and {@code promise}.
 */
@NullMarked
package wrenchline.core.evidence;

import org.jspecify.annotations.NullMarked;
