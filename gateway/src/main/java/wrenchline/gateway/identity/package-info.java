/**
 * Who signs in, and what that one may do; knows no protocol. May import {@code core}, {@code config}, {@code gateway.ingest} and
 * {@code gateway.payload}; Bouncy Castle stays in here.
 */
@NullMarked
package wrenchline.gateway.identity;

import org.jspecify.annotations.NullMarked;
