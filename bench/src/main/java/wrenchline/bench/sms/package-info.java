/**
 * What short messages cost: from a controller's event to the centre, and messages a second beside the bare library. May import what it measures.
 */
@NullMarked
package wrenchline.bench.sms;

import org.jspecify.annotations.NullMarked;
