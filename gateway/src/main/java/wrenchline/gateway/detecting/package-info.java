/**
 * Follows the intake log and tells the desk what it means; start reading at {@link wrenchline.gateway.detecting.Detecting}. May
 * import {@code core}, {@code gateway.intake} and {@code gateway.payload}.
 */
@NullMarked
package wrenchline.gateway.detecting;

import org.jspecify.annotations.NullMarked;
