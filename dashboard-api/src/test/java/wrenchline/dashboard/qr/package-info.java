@NullMarked
package wrenchline.dashboard.qr;

import org.jspecify.annotations.NullMarked;
