package wrenchline.core.duty;

import java.time.LocalDate;

/**
 * A certificate that somebody needs for a kind of work (上岗证).
 *
 * @param skill what it is for, as in {@link StaffMember#skills}
 * @param expires the last day on which it holds
 */
public record Certificate(String name, String skill, LocalDate expires) {

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(expires);
    }
}
