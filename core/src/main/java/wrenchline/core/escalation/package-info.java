/**
 * Who is asked to take a ticket when, until somebody does, and who looks after it then. May import {@code transition}, {@code duty} and {@code ticket}.
 */
@NullMarked
package wrenchline.core.escalation;

import org.jspecify.annotations.NullMarked;
