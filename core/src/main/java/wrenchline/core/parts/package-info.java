/**
 * Spare parts and how many lie in the warehouse. May import {@code equipment}.
 */
@NullMarked
package wrenchline.core.parts;

import org.jspecify.annotations.NullMarked;
