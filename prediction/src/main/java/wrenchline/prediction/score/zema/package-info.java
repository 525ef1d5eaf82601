/** Scores the component diagnosis on the hydraulic rig. May import {@code prediction.score}, {@code prediction.diagnosis} and the JDK. */
@NullMarked
package wrenchline.prediction.score.zema;

import org.jspecify.annotations.NullMarked;
