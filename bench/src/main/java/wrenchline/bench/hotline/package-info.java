/** Reads what an Asterisk wrote down of a load of calls. May use {@code hotline.ledger}. */
@NullMarked
package wrenchline.bench.hotline;

import org.jspecify.annotations.NullMarked;
