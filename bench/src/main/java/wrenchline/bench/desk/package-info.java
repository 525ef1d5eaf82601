/**
 * What the desk costs: tickets a second, and the sweep over many. May import {@code store}, {@code config} and {@code core}.
 */
@NullMarked
package wrenchline.bench.desk;

import org.jspecify.annotations.NullMarked;
