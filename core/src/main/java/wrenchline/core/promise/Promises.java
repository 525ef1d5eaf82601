package wrenchline.core.promise;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The book of promises. */
public interface Promises extends Book<PromiseId, Promise, PromiseState, PromiseEvent> {

    /** The promises of one ticket. */
    List<Tracked<Promise, PromiseState>> of(TicketId ticket);

    /** How the promises that ended, or will, in the months {@code from} to {@code to} came out; months are those of {@code zone}. */
    List<Tally> tally(YearMonth from, YearMonth to, ZoneId zone);

    /**
     * So many promises of one clause and month that came out alike (兑现统计).
     *
     * @param state simple name of the {@link PromiseState}
     * @param cause name of the {@link BreachCause}; empty where nobody said, or it is not broken
     */
    record Tally(YearMonth month, String clause, String policyVersion, String state, String cause, long count) {}

    /**
     * A page of those about {@code equipment}, or of all when that is empty: running ones by deadline first, then the newest, if not
     * asked otherwise. Empty when the place that it comes after is none of this list.
     */
    Optional<Page<Tracked<Promise, PromiseState>>> page(Excerpt excerpt, Set<EquipmentId> equipment);

    /** Running ones by deadline first, then the newest; at most {@code atMost}. */
    List<Tracked<Promise, PromiseState>> mostUrgent(int atMost);
}
