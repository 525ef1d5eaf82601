package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times in what detectors write: microseconds, as those of readings. */
final class Times {

    private static final long NONE = Long.MIN_VALUE;

    private Times() {}

    static void write(DataOutput out, @Nullable Instant time) throws IOException {
        out.writeLong(time == null || time.equals(Instant.MIN) ? NONE : ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    static @Nullable Instant read(DataInput in) throws IOException {
        long micros = in.readLong();
        return micros == NONE ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** With {@link Instant#MIN} for none. */
    static Instant readOrMin(DataInput in) throws IOException {
        Instant time = read(in);
        return time == null ? Instant.MIN : time;
    }

    /** Whether {@code span} has passed from {@code from} to {@code to}. */
    static boolean passed(Instant from, Instant to, Duration span) {
        return Duration.between(from, to).compareTo(span) >= 0;
    }
}
