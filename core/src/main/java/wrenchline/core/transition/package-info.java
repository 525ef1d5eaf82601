/**
 * How every state machine of the domain moves: a pure function from state and event to the next state and its effects. May import the JDK alone.
 */
@NullMarked
package wrenchline.core.transition;

import org.jspecify.annotations.NullMarked;
