/**
 * Who may speak for a machine: device accounts, their credentials and their rights. May import {@code transition}, {@code equipment}
 * and {@code ticket}.
 */
@NullMarked
package wrenchline.core.device;

import org.jspecify.annotations.NullMarked;
