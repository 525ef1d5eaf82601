package wrenchline.core.reading;

import java.util.List;

/** What is noted of retention. A normal return of a write means that it is on disk. */
public interface RetentionBook {

    State state();

    void note(State state);

    /** Notes how many readings the history held of days that are about to be purged; noting it again changes nothing. */
    void purged(List<DayCount> counts);

    record State(TrustedClock clock, Horizon horizon) {
        public static final State NONE = new State(TrustedClock.UNSET, Horizon.NONE);
    }
}
