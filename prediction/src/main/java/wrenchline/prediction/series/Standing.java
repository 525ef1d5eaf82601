package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whether an event stands: it begins at the ticket's surprise, ends after a quiet while, and is told again each reminder. */
final class Standing {

    private static final double REARM = 0.5;
    private static final int QUIET_READINGS = 100;

    private boolean standing;
    private long toldAt;
    private int quiet;

    boolean onset(long at, double surprise, WatchSettings settings) {
        quiet = surprise < REARM * settings.ticketSurprise() ? quiet + 1 : 0;
        if (standing && quiet > QUIET_READINGS) {
            standing = false;
        }
        boolean begins = !standing && surprise >= settings.ticketSurprise();
        boolean due =
                standing && quiet == 0 && at - toldAt >= settings.reminder().toMillis();
        if (begins || due) {
            standing = true;
            toldAt = at;
        }
        return begins || due;
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
