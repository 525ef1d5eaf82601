package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whether what a ticket was issued for still stands: it is told again after each reminder, until it has been quiet for a while. */
final class Standing {

    private static final int QUIET_READINGS = 50;

    private boolean standing;
    private long toldAt;
    private int quiet;

    boolean stands() {
        return standing;
    }

    /** A ticket was issued. */
    void told(long at) {
        standing = true;
        toldAt = at;
        quiet = 0;
    }

    /** Whether the reminder is due with a reading that is {@code loud}, as loud as what a ticket is issued for. */
    boolean isDue(long at, boolean loud, long reminderMillis) {
        quiet = loud ? 0 : quiet + 1;
        standing = standing && quiet <= QUIET_READINGS;
        return standing && loud && at - toldAt >= reminderMillis;
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(standing);
        out.writeLong(toldAt);
        out.writeInt(quiet);
    }

    static Standing read(DataInput in) throws IOException {
        Standing read = new Standing();
        read.standing = in.readBoolean();
        read.toldAt = in.readLong();
        read.quiet = in.readInt();
        return read;
    }
}
