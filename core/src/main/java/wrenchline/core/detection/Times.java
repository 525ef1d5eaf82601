package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;

/**
 * Times as detectors hold them: microseconds, as those of readings, because a number is written into its detector, where an object would be
 * left behind by the next reading, one for each thing that is watched of each machine.
 */
final class Times {

    /** No time; before all others. */
    static final long NONE = Long.MIN_VALUE;

    private Times() {}

    static long of(Reading reading) {
        return Micros.of(reading.at());
    }

    /** Of a time that is not {@link #NONE}. */
    static Instant instant(long time) {
        return Micros.instant(time);
    }

    static @Nullable Instant instantIfAny(long time) {
        return time == NONE ? null : instant(time);
    }

    static void write(DataOutput out, @Nullable Instant time) throws IOException {
        out.writeLong(time == null || time.equals(Instant.MIN) ? NONE : Micros.of(time));
    }

    static @Nullable Instant read(DataInput in) throws IOException {
        return instantIfAny(in.readLong());
    }

    /** With {@link Instant#MIN} for none. */
    static Instant readOrMin(DataInput in) throws IOException {
        Instant time = read(in);
        return time == null ? Instant.MIN : time;
    }

    /** Whether {@code span} has passed from {@code from}, which is some time, to {@code to}. */
    static boolean passed(long from, long to, Duration span) {
        return to - from >= micros(span);
    }

    static long micros(Duration span) {
        return span.toNanos() / 1_000;
    }

    /** Whether {@code newest}, the newest event time before {@code reading}, is no longer to be believed: see {@link Reading#disproves}. */
    static boolean disproves(Reading reading, long newest) {
        return of(reading) < newest && reading.disproves(instant(newest));
    }
}
