/**
 * Remaining useful life (剩余寿命) of machines, learned from trajectories of others that ran to their failure. May import
 * {@code prediction.data} and {@code prediction.boosting}.
 */
@NullMarked
package wrenchline.prediction.life;

import org.jspecify.annotations.NullMarked;
