/**
 * What the bytes of a message mean: topic and payload to the records of {@code core.reading}, or a reason why not. May import
 * {@code core}; Jackson's streaming parser stays in here.
 */
@NullMarked
package wrenchline.gateway.payload;

import org.jspecify.annotations.NullMarked;
