package wrenchline.core.equipment;

import java.time.LocalDate;
import java.time.Period;

/**
 * Warranty (质保期): it runs from final acceptance and handover (最终验收合格并交付使用之日), whichever is later, under the strictest
 * reading of the tender.
 */
public record Warranty(LocalDate acceptedOn, LocalDate handedOverOn, Period term) {

    /** The first day of the warranty. */
    public LocalDate from() {
        return acceptedOn.isAfter(handedOverOn) ? acceptedOn : handedOverOn;
    }

    /** The last day of the warranty. */
    public LocalDate until() {
        return from().plus(term).minusDays(1);
    }

    /** Whether {@code day} lies in the warranty. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(until());
    }
}
