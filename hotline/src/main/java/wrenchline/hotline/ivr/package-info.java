/**
 * The dialogue with a caller, and the log of calls. May import {@code core} and {@code ledger}.
 */
@NullMarked
package wrenchline.hotline.ivr;

import org.jspecify.annotations.NullMarked;
