/**
 * Evidence that leaves the house: an archive that a lawyer reads without a network and that anybody can check without us. May import
 * {@code core} and {@code store.sql}.
 */
@NullMarked
package wrenchline.store.archive;

import org.jspecify.annotations.NullMarked;
