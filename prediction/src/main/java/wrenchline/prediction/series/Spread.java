package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The root mean square of a stream of deviations, and how rare one is by it. Unlike a quantile it is raised by the jumps that a channel
 * makes when it is well: a channel that has jumped before may do so again. Rarity is Student's, with one degree of freedom for each
 * independent deviation seen: little history, little certainty.
 */
final class Spread {

    private static final int LEAST = 100;
    private static final int MEMORY = 20_000;

    private final int window;
    private double meanSquare;
    private long count;

    /** @param window readings that one deviation spans; deviations closer together are not independent */
    Spread(int window) {
        this.window = window;
    }

    void add(double deviation) {
        count++;
        meanSquare += (deviation * deviation - meanSquare) / Math.min(count, MEMORY);
    }

    /** {@code deviation} in root mean squares, signed; 0 while too little is known. */
    double standardised(double deviation) {
        return count < LEAST || meanSquare == 0 ? 0 : deviation / Math.sqrt(meanSquare);
    }

    /** The surprise in decades, by the tail of Student's density. */
    double surprise(double deviation) {
        if (count < LEAST) {
            return 0;
        }
        double z = standardised(deviation);
        double freedom = Math.min(count, MEMORY) / (double) window;
        return (freedom + 1) / 2 * Math.log10(1 + z * z / freedom);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(meanSquare);
        out.writeLong(count);
    }

    Spread restored(DataInput in) throws IOException {
        meanSquare = in.readDouble();
        count = in.readLong();
        return this;
    }
}
