/**
 * Runs the detectors of {@code prediction.series} over files, and measures them on the Numenta and Skoltech anomaly benchmarks and the
 * Tennessee Eastman process. May import {@code prediction.score}, {@code prediction.series}, {@code prediction.data} and Jackson's parser.
 */
@NullMarked
package wrenchline.prediction.score.series;

import org.jspecify.annotations.NullMarked;
