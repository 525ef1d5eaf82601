package wrenchline.gateway.intake;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.intake.IntakeState.Trouble;

/** How much of the disk the log takes, and the alarm before that is too much. */
final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final double ALARM = 0.8;
    private static final long LOOK_NANOS = 1_000_000_000;

    private final Segments segments;
    private final long capacity;
    private volatile long limit;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile String reason = "";
    private long looked;

    Spool(Segments segments, long capacity) throws IOException {
        this.segments = segments;
        this.capacity = capacity;
        look(0);
    }

    /** Whether {@code group} may be written. Asked by the log's thread alone. */
    boolean hasRoom(Group<?> group) {
        long taken = group.end() - segments.first();
        if (System.nanoTime() - looked > LOOK_NANOS) {
            try {
                look(group.start() - segments.first());
            } catch (IOException e) {
                LOG.warn("asking how full the disk is", e);
            }
        }
        if (taken > limit) {
            change(Trouble.STOPPED, "the intake log is full with " + megabytes(limit) + ": the sources wait");
            return false;
        }
        if (taken > limit * ALARM) {
            change(Trouble.FILLING, "the intake log has taken more than 80 % of its " + megabytes(limit));
        }
        return true;
    }

    /** The log may have half of what would be free without it, and no more than was configured. */
    private void look(long taken) throws IOException {
        limit = Math.min(capacity, (taken + segments.usableSpace()) / 2);
        looked = System.nanoTime();
    }

    /** A group was written. */
    void works(long end) {
        if (trouble != Trouble.NONE && end - segments.first() <= limit * ALARM) {
            change(Trouble.NONE, "");
        }
    }

    /** A group could not be written. */
    void fails(IOException e) {
        change(Trouble.STOPPED, "the intake log cannot be written, the sources wait: " + e.getMessage());
    }

    IntakeState state(long end, long queued, SyncTimes times) {
        return new IntakeState(
                queued, end - segments.first(), limit, times.groups(), times.total(), times.slowest(), trouble, reason);
    }

    private void change(Trouble now, String why) {
        boolean told = trouble == now;
        trouble = now;
        reason = why;
        if (told) {
            return;
        }
        switch (now) {
            case NONE -> LOG.info("the intake log has room again");
            case FILLING -> LOG.warn(why);
            case STOPPED -> LOG.error(why);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
