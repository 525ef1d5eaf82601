package wrenchline.core.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The book of notices; also the outbox: a notice is written in the transaction that decided it. */
public interface Notices extends Book<NoticeId, Notice, NoticeState, NoticeEvent> {

    /** Digits that no notice carried in the seven days before {@code now}: four of them, or six when four are used up. */
    String freeCode(Instant now);

    /**
     * The oldest that a provider took, and of which it said nothing before {@code acceptedBefore}, although it says what becomes of others; and
     * nothing of any that it took later. Not locked.
     */
    Optional<Tracked<Notice, NoticeState>> withoutReceipt(Instant acceptedBefore);

    /** The newest notice with {@code code} of the seven days before {@code now}. */
    Optional<Tracked<Notice, NoticeState>> withCode(String code, Instant now);

    /** The notices to {@code number} of the seven days before {@code now} that asked for a reply, newest first. */
    List<Tracked<Notice, NoticeState>> askedOf(String number, Instant now);

    /** Those to {@code number} that were written after {@code since}, newest first. */
    List<Tracked<Notice, NoticeState>> to(String number, Instant since);

    /** When those to {@code number} that wait no more were written, after {@code since}; the newest first, at most {@code atMost}. */
    List<Instant> handedOver(String number, Instant since, int atMost);

    /** The newest, at most {@code atMost}. */
    List<Tracked<Notice, NoticeState>> newest(int atMost);

    /**
     * A page of all, newest first if not asked otherwise; empty when the place that it comes after is none of this list. Its fields are
     * those of {@link Notice} and {@code state.type}.
     */
    Optional<Page<Tracked<Notice, NoticeState>>> page(Excerpt excerpt);

    /** Those of one ticket, newest first. */
    List<Tracked<Notice, NoticeState>> of(TicketId ticket);
}
