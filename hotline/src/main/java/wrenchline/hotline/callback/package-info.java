/**
 * Carries out the orders of a callback and tells what became of them, with evidence. May import {@code core}, {@code ivr} and {@code ledger}.
 */
@NullMarked
package wrenchline.hotline.callback;

import org.jspecify.annotations.NullMarked;
