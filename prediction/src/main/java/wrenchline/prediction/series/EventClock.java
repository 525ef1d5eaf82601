package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Event time of one machine: only newer readings pass. A clock that was set back, or one reading from far in the future, is healed: after
 * {@value #PATIENCE} late readings in a row, each newer than the one before, time goes on from them.
 */
final class EventClock {

    private static final int PATIENCE = 100;

    private long first = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private long lastLate = Long.MIN_VALUE;
    private int late;

    /** Whether the reading at {@code at} (milliseconds since 1970) is to be judged. */
    boolean passes(long at) {
        if (at <= last) {
            late = at > lastLate ? late + 1 : 1;
            lastLate = at;
            if (late < PATIENCE) {
                return false;
            }
            first += at - last;
        }
        late = 0;
        lastLate = Long.MIN_VALUE;
        first = last == Long.MIN_VALUE ? at : first;
        last = at;
        return true;
    }

    /** Event time since the first reading, in milliseconds. */
    long age() {
        return last - first;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(first);
        out.writeLong(last);
        out.writeLong(lastLate);
        out.writeInt(late);
    }

    static EventClock read(DataInput in) throws IOException {
        EventClock read = new EventClock();
        read.first = in.readLong();
        read.last = in.readLong();
        read.lastLate = in.readLong();
        read.late = in.readInt();
        return read;
    }
}
