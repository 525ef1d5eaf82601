/**
 * What devices are told to do, and what they answer. May import {@code transition}, {@code equipment} and {@code ticket}.
 */
@NullMarked
package wrenchline.core.command;

import org.jspecify.annotations.NullMarked;
