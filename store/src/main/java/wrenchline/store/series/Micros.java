package wrenchline.store.series;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as QuestDB holds them: microseconds since the epoch. */
final class Micros {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Micros() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Whether a history can hold {@code time} at all. */
    static boolean holds(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST);
    }

    /** {@code time}, or the nearest that a history can hold: for the bounds of a question. */
    static Instant within(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isAfter(LAST) ? LAST : time;
    }
}
