/**
 * Measures the product beside others that do the same work. What is compared runs in processes of its own; each is a {@link
 * wrenchline.bench.compare.Contender}.
 */
@NullMarked
package wrenchline.bench.compare;

import org.jspecify.annotations.NullMarked;
