/**
 * Who is on duty: staff, shifts, and the rungs of the ladder. May import the JDK alone.
 */
@NullMarked
package wrenchline.core.duty;

import org.jspecify.annotations.NullMarked;
