package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import wrenchline.core.reading.Reading;

/**
 * Watches one machine. Strictly causal; owned by one thread. Works in event time: what is older than what was seen, or the same
 * again, changes nothing.
 */
public interface Detector {

    /** What {@code reading} tells, in the light of those before it. */
    List<Finding> on(Reading reading);

    /** How things stand, for those who look at the machine. */
    default Outlook outlook() {
        return Outlook.NONE;
    }

    /** A part of the machine was replaced. May be told again. */
    default void fitted(Fitting fitting) {}

    void write(DataOutput out) throws IOException;

    /**
     * Goes on where the one that was written had been. To be called before anything else.
     *
     * @throws IOException when some of it cannot be read; that begins afresh then
     */
    void read(DataInput in) throws IOException;
}
