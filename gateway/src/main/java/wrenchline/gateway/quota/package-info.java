/** What machines may send, and how fast those go on that send more. May import {@code core}, {@code config} and {@code gateway.payload}. */
@NullMarked
package wrenchline.gateway.quota;

import org.jspecify.annotations.NullMarked;
