/**
 * What the telephone system wrote down (CEL): read row by row from where it was left off, so that nothing is missed while the product is away. May import the JDK alone.
 */
@NullMarked
package wrenchline.hotline.ledger;

import org.jspecify.annotations.NullMarked;
