package wrenchline.prediction.boosting;

import java.util.SplittableRandom;

/** Draws the rows and columns that a tree sees, in ascending order and without repetition. */
final class Sampler {

    private final SplittableRandom random;

    Sampler(long seed) {
        random = new SplittableRandom(seed);
    }

    /** About {@code share} of the numbers below {@code count}, at least one. */
    int[] draw(int count, double share) {
        int wanted = Math.max(1, (int) Math.round(share * count));
        int[] drawn = new int[wanted];
        int taken = 0;
        for (int i = 0; taken < wanted; i++) {
            if (random.nextInt(count - i) < wanted - taken) {
                drawn[taken++] = i;
            }
        }
        return drawn;
    }
}
