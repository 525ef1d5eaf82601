/**
 * Measures the detectors on public collections, beside the trivial answers. May import the JDK and {@code prediction}.
 */
@NullMarked
package wrenchline.prediction.score;

import org.jspecify.annotations.NullMarked;
