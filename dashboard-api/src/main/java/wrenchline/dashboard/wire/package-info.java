/**
 * How the domain looks as JSON: core records as they are, and a record of its own only where the JSON differs. May import
 * {@code core} and {@code dashboard.qr}; Jackson stays in here and in its neighbour {@code http}.
 */
@NullMarked
package wrenchline.dashboard.wire;

import org.jspecify.annotations.NullMarked;
