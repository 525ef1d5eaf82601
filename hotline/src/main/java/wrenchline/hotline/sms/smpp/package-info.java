/**
 * SMPP 3.4, by jsmpp. May import {@code core}, {@code config}, {@code hotline.sms} and jsmpp, whose types stay here.
 */
@NullMarked
package wrenchline.hotline.sms.smpp;

import org.jspecify.annotations.NullMarked;
