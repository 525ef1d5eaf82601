/** Measures the life models on C-MAPSS. May import {@code prediction.score} and {@code prediction.life}. */
@NullMarked
package wrenchline.prediction.score.cmapss;

import org.jspecify.annotations.NullMarked;
