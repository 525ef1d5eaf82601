/**
 * Which component of a hydraulic power unit is worn, and how far, from the curves of its sensors over one working cycle. May import
 * {@code prediction.data} and the JDK; the linear algebra is the one decomposition in {@code Cholesky}.
 */
@NullMarked
package wrenchline.prediction.diagnosis;

import org.jspecify.annotations.NullMarked;
