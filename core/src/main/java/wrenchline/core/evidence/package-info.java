/**
 * What proves that a promise was kept. May import {@code duty}, {@code call}, {@code callback}, {@code notice}, {@code promise} and {@code ticket}.
 */
@NullMarked
package wrenchline.core.evidence;

import org.jspecify.annotations.NullMarked;
