/**
 * Pictures that a telephone's camera reads, by Nayuki's QR code generator, whose types stay here. May import nothing of ours.
 */
@NullMarked
package wrenchline.dashboard.qr;

import org.jspecify.annotations.NullMarked;
