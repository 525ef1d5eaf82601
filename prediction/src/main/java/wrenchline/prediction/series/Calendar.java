package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The usual value at a time of day and of week (日周期、周周期). Knows nothing in the first day; until a week is known, days of the same
 * kind answer, and until these are, any day.
 */
final class Calendar {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    private static final int HALF_HOURS = 48;
    private static final int HOURS_OF_WEEK = 168;
    /** The first of January 1970 was a Thursday; the week is counted from Sunday. */
    private static final long WEEK_STARTED = 4 * DAY;

    private final Profile anyDay = new Profile(HALF_HOURS, 60);
    private final Profile workingDay = new Profile(HALF_HOURS, 40);
    private final Profile weekend = new Profile(HALF_HOURS, 40);
    private final Profile week = new Profile(HOURS_OF_WEEK, 48);
    private long first = Long.MIN_VALUE;

    boolean isKnown(long at) {
        return first != Long.MIN_VALUE && at - first >= DAY;
    }

    /** The usual value on such a day, NaN while unknown. */
    double usualOfDay(long at) {
        return kindOfDay(at).mean(halfHour(at), anyDay.mean(halfHour(at), Double.NaN));
    }

    /** The usual value in such an hour of the week, NaN while unknown. */
    double usualOfWeek(long at) {
        return week.mean(hourOfWeek(at), usualOfDay(at));
    }

    void learn(long at, double value) {
        if (first == Long.MIN_VALUE) {
            first = at;
        }
        anyDay.learn(halfHour(at), value);
        kindOfDay(at).learn(halfHour(at), value);
        week.learn(hourOfWeek(at), value);
    }

    private Profile kindOfDay(long at) {
        long day = Math.floorMod(at + WEEK_STARTED, WEEK) / DAY;
        return day == 0 || day == 6 ? weekend : workingDay;
    }

    private static int halfHour(long at) {
        return (int) (Math.floorMod(at, DAY) * HALF_HOURS / DAY);
    }

    private static int hourOfWeek(long at) {
        return (int) (Math.floorMod(at, WEEK) / HOUR);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(first);
        anyDay.write(out);
        workingDay.write(out);
        weekend.write(out);
        week.write(out);
    }

    static Calendar read(DataInput in) throws IOException {
        Calendar read = new Calendar();
        read.first = in.readLong();
        read.anyDay.restore(in);
        read.workingDay.restore(in);
        read.weekend.restore(in);
        read.week.restore(in);
        return read;
    }
}
