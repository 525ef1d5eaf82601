/**
 * What a controller said: readings, events, status, and what could not be understood. May import {@code equipment}.
 */
@NullMarked
package wrenchline.core.reading;

import org.jspecify.annotations.NullMarked;
