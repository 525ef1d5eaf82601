/**
 * Telephones for tests: a second Asterisk with real SIP, speech and keys, told by the test what to do and never acting by itself. May
 * import {@code testkit} and the JDK.
 */
@NullMarked
package wrenchline.testkit.phone;

import org.jspecify.annotations.NullMarked;
