package wrenchline.store.series;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Taken;

/** What a history does not hold any more, and does not take either. */
record Sealed(Horizon horizon) {

    /** From where on readings are taken. */
    Instant from() {
        return horizon.readings();
    }

    List<Taken> older(List<Taken> readings) {
        return readings.stream().filter(this::isOlder).toList();
    }

    List<Taken> rest(List<Taken> readings) {
        return readings.stream().anyMatch(this::isOlder)
                ? readings.stream().filter(taken -> !isOlder(taken)).toList()
                : readings;
    }

    private boolean isOlder(Taken taken) {
        return taken.reading().at().isBefore(horizon.readings());
    }

    Pieces.Kept kept() {
        return new Pieces.Kept(Micros.of(horizon.readings()), Micros.of(horizon.minutes()));
    }

    /** The beginning of the week in which sums by the minute begin: they are dropped by whole weeks. */
    Instant week() {
        return begin(horizon.minutes(), TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The beginning of the month in which sums by the hour begin. */
    Instant month() {
        return begin(horizon.hours(), TemporalAdjusters.firstDayOfMonth());
    }

    private static Instant begin(Instant time, TemporalAdjuster adjuster) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC)
                .with(adjuster)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
