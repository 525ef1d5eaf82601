/** Measures warnings and remaining time of bearings on PRONOSTIA and IMS. May import {@code prediction.score} and {@code prediction.bearing}. */
@NullMarked
package wrenchline.prediction.score.bearing;

import org.jspecify.annotations.NullMarked;
