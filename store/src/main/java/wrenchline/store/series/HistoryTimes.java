package wrenchline.store.series;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import wrenchline.core.reading.Reading;

/** Which times QuestDB can hold. */
final class HistoryTimes {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private HistoryTimes() {}

    /** Whether QuestDB can hold the times of {@code reading} at all. */
    static boolean holds(Reading reading) {
        return holds(reading.at()) && holds(reading.received());
    }

    private static boolean holds(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST);
    }

    /** The first moment at or after {@code time} that QuestDB can hold: readings before it are those before {@code time}. */
    static Instant bound(Instant time) {
        return within(within(time).plusNanos(999).truncatedTo(ChronoUnit.MICROS));
    }

    /** {@code time}, or the nearest that QuestDB can hold. */
    static Instant within(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isAfter(LAST) ? LAST : time;
    }
}
