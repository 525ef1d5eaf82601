/**
 * Warnings and remaining time for rotating parts (轴承) from features of their vibration, each compared with its own past. May import
 * {@code prediction.data}.
 */
@NullMarked
package wrenchline.prediction.bearing;

import org.jspecify.annotations.NullMarked;
