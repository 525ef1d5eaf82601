/**
 * Providers with an HTTP API of any kind, by {@code java.net.http}. May import {@code core}, {@code config}, {@code hotline.sms} and Jackson.
 */
@NullMarked
package wrenchline.hotline.sms.http;

import org.jspecify.annotations.NullMarked;
