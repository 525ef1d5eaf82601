/**
 * Who pays for what: warranty, coverage of components, contracts, quotes. May import {@code equipment} and {@code ticket}.
 */
@NullMarked
package wrenchline.core.warranty;

import org.jspecify.annotations.NullMarked;
