/**
 * Short messages to engineers and customers, and the replies that come back. May import {@code transition}, {@code duty} and {@code ticket}.
 */
@NullMarked
package wrenchline.core.notice;

import org.jspecify.annotations.NullMarked;
