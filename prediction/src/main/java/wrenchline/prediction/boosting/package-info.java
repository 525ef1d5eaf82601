/**
 * Gradient boosting (梯度提升) of decision trees on histograms, for tables of numbers: regression and classification,
 * the same model from the same seed on every machine. May import the JDK alone.
 */
@NullMarked
package wrenchline.prediction.boosting;

import org.jspecify.annotations.NullMarked;
