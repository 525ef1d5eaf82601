package wrenchline.core.equipment;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Warranty (质保期): it runs from final acceptance and handover (最终验收合格并交付使用之日), whichever is later, under the strictest
 * reading of the tender.
 *
 * @param acceptedOn null while it is not accepted, or nobody entered when it was
 * @param handedOverOn null while it is not handed over
 */
public record Warranty(
        @Nullable LocalDate acceptedOn, @Nullable LocalDate handedOverOn, Period term) {

    /** The first day of the warranty; empty while one of the dates is unknown. */
    public Optional<LocalDate> from() {
        if (acceptedOn == null || handedOverOn == null) {
            return Optional.empty();
        }
        return Optional.of(acceptedOn.isAfter(handedOverOn) ? acceptedOn : handedOverOn);
    }

    /** The last day of the warranty; empty while it has not begun. */
    public Optional<LocalDate> until() {
        return from().map(first -> lastDay(first, term));
    }

    /** Whether {@code day} lies in the warranty. */
    public boolean covers(LocalDate day) {
        return from().filter(first -> !day.isBefore(first) && !day.isAfter(lastDay(first, term)))
                .isPresent();
    }

    /** The last day of {@code term} from {@code first} on. Where the month has no such day, the month's end is the last. */
    public static LocalDate lastDay(LocalDate first, Period term) {
        LocalDate next = first.plus(term);
        boolean cutShort = term.equals(term.withDays(0)) && next.getDayOfMonth() < first.getDayOfMonth();
        return cutShort ? next : next.minusDays(1);
    }
}
