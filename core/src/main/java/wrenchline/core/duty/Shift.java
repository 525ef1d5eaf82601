package wrenchline.core.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shift (班次). {@code from == to} is the whole day; {@code to < from} runs over midnight and belongs to the day on which it began.
 *
 * @param order who is called first, second, …
 * @param days on which it begins; null for every day
 * @param holidays whether it begins on holidays too; null for yes
 * @param rotation null when the order never changes
 */
public record Shift(
        String name,
        LocalTime from,
        LocalTime to,
        List<StaffId> order,
        @Nullable Set<DayOfWeek> days,
        @Nullable Holidays holidays,
        @Nullable Rotation rotation) {

    /** What a holiday (节假日) means to a shift. */
    public enum Holidays {
        INCLUDED,
        EXCLUDED,
        ONLY
    }

    public Shift {
        order = List.copyOf(order);
        days = days == null ? null : Set.copyOf(days);
    }

    /** A shift of every day. */
    public Shift(String name, LocalTime from, LocalTime to, List<StaffId> order) {
        this(name, from, to, order, null, null, null);
    }

    /** The same hours and order on the days of {@code known}, turned by {@code turning}; null for never. */
    public Shift withDaysOf(Shift known, @Nullable Rotation turning) {
        return new Shift(name, from, to, order, known.days, known.holidays, turning);
    }

    /** Whether the shift is on duty at {@code instant} in {@code zone}, where no day is a holiday. */
    public boolean covers(Instant instant, ZoneId zone) {
        return began(instant, zone, Set.of()).isPresent();
    }

    /** Who is on duty in it at {@code instant}, the first to be called first; nobody when it is not on duty. */
    List<StaffId> on(Instant instant, ZoneId zone, Set<LocalDate> holidays) {
        return began(instant, zone, holidays).map(this::order).orElse(List.of());
    }

    private List<StaffId> order(LocalDate day) {
        return rotation == null ? order : rotation.turn(order, day);
    }

    /** The day on which the shift that is on duty at {@code instant} began. */
    private Optional<LocalDate> began(Instant instant, ZoneId zone, Set<LocalDate> holidays) {
        ZonedDateTime local = instant.atZone(zone);
        LocalTime time = local.toLocalTime();
        LocalDate today = local.toLocalDate();
        boolean overMidnight = to.isBefore(from);
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        boolean sinceToday = from.equals(to) || (overMidnight ? afterFrom : afterFrom && beforeTo);
        if (sinceToday && beginsOn(today, holidays)) {
            return Optional.of(today);
        }
        boolean sinceYesterday = overMidnight && beforeTo;
        return sinceYesterday && beginsOn(today.minusDays(1), holidays)
                ? Optional.of(today.minusDays(1))
                : Optional.empty();
    }

    private boolean beginsOn(LocalDate day, Set<LocalDate> all) {
        boolean rightDay = days == null || days.contains(day.getDayOfWeek());
        boolean holiday = all.contains(day);
        return switch (holidays == null ? Holidays.INCLUDED : holidays) {
            case INCLUDED -> rightDay;
            case EXCLUDED -> rightDay && !holiday;
            case ONLY -> holiday;
        };
    }
}
