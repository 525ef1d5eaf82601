package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wrenchline.core.equipment.Limit;

/** Where one metric of one machine goes (趋势). Strictly causal; owned by one thread. */
public interface Trend {

    /** Takes a value. Times never go back. */
    void on(Instant at, double value);

    /** Whether the limit will be reached; not cheap, to be asked now and then. */
    Optional<Reaching> forecast();

    /** From the newest value on; earliest and latest are the band in which it happens with 80 %. */
    record Reaching(Duration earliest, Duration likely, Duration latest) {}

    void write(DataOutput out) throws IOException;

    /** Goes on where the one that was written had been. To be called before anything else. */
    void read(DataInput in) throws IOException;

    /** Makes one for a limit of a machine. */
    @FunctionalInterface
    interface Maker {
        Trend to(Limit limit);
    }
}
