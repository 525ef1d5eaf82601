/**
 * What becomes of messages that could not be understood: repaired, replayed or discarded. May import {@code reading}, {@code ticket}
 * for who does it, and {@code transition}.
 */
@NullMarked
package wrenchline.core.quarantine;

import org.jspecify.annotations.NullMarked;
