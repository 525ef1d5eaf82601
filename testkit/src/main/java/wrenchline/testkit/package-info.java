/**
 * What tests of several modules need: a settable clock, and starters of the real peers. May import {@code core} and the JDK; never a
 * sibling module.
 */
@NullMarked
package wrenchline.testkit;

import org.jspecify.annotations.NullMarked;
