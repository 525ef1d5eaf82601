package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import wrenchline.core.equipment.AgeingPart;

/** How a part of one machine ages (老化过程), cycle by cycle. Strictly causal; owned by one thread. */
public interface Ageing {

    /** Takes what a cycle was like: each metric's mean, in the order of the part's {@code settings} and {@code sensors}. */
    Left on(double[] settings, double[] sensors);

    /**
     * Cycles left after the newest one.
     *
     * @param lower and {@code upper} hold the truth with a chance of 80 %
     * @param alarming whether the number of the part's {@code alarm} has just been reached
     */
    record Left(double expected, double lower, double upper, boolean alarming) {}

    void write(DataOutput out) throws IOException;

    /** Goes on where the one that was written had been. To be called before anything else. */
    void read(DataInput in) throws IOException;

    /** Makes one for a part of a machine, which is new. */
    @FunctionalInterface
    interface Maker {
        Ageing of(AgeingPart part);
    }
}
