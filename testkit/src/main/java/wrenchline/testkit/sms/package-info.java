/**
 * A short message centre that speaks SMPP 3.4 by code of its own, so that what our library writes is read by somebody else. May import the JDK.
 */
@NullMarked
package wrenchline.testkit.sms;

import org.jspecify.annotations.NullMarked;
