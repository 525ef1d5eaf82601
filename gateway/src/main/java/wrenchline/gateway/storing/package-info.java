/**
 * Follows the intake log and brings what it holds into the history, the quarantine and the books; start reading at
 * {@link wrenchline.gateway.storing.Storing}. May import {@code core}, {@code gateway.intake} and {@code gateway.payload}.
 */
@NullMarked
package wrenchline.gateway.storing;

import org.jspecify.annotations.NullMarked;
