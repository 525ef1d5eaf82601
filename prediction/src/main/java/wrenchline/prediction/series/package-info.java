/**
 * Watches the series of one machine as they come in: learns what is normal, says how unusual the present is and when that is worth
 * a ticket. May import the JDK and the t-digest library.
 */
@NullMarked
package wrenchline.prediction.series;

import org.jspecify.annotations.NullMarked;
