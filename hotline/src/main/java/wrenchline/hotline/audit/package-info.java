/**
 * Compares what the telephone system counted with what the product did. May import {@code core} and {@code ledger}.
 */
@NullMarked
package wrenchline.hotline.audit;

import org.jspecify.annotations.NullMarked;
