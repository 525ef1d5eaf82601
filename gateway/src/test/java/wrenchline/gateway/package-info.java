/** What the tests of the gateway share: a history whose disk is a gate, and the other ports in memory. */
@NullMarked
package wrenchline.gateway;

import org.jspecify.annotations.NullMarked;
