/**
 * What a reading means: detectors and their findings. May import {@code equipment} and {@code reading}.
 */
@NullMarked
package wrenchline.core.detection;

import org.jspecify.annotations.NullMarked;
