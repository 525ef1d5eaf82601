/**
 * Short messages. May import {@code core}.
 */
@NullMarked
package wrenchline.hotline.sms;

import org.jspecify.annotations.NullMarked;
