/**
 * The intake log: what arrived, on disk before it is acknowledged, and read from there by whoever acts on it. Start reading at
 * {@link wrenchline.gateway.intake.IntakeLog}. May import {@code core} and {@code gateway.payload}; knows no protocol.
 */
@NullMarked
package wrenchline.gateway.intake;

import org.jspecify.annotations.NullMarked;
