package wrenchline.store.sql;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Notices;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The book of notices in PostgreSQL. */
final class SqlNotices extends SqlBook<NoticeId, Notice, NoticeState, NoticeEvent> implements Notices {

    private static final Duration CODE_REST = Duration.ofDays(7);
    private static final int FIRST_CODE = 1000;
    private static final int LAST_CODE = 9999;
    private static final SecureRandom RANDOM = new SecureRandom();

    SqlNotices(Handle handle, Journal journal) {
        super(BookTable.NOTICES, handle, journal);
    }

    @Override
    public String freeCode(Instant now) {
        // Held until the notice is written, or two transactions could be given the same code.
        Locks.hold(handle(), "notice code");
        Set<String> used = Set.copyOf(
                handle().createQuery("select distinct code from notice where code <> '' and opened_at > :since")
                        .bind("since", now.minus(CODE_REST))
                        .mapTo(String.class)
                        .list());
        List<String> free = IntStream.rangeClosed(FIRST_CODE, LAST_CODE)
                .mapToObj(Integer::toString)
                .filter(code -> !used.contains(code))
                .toList();
        if (free.isEmpty()) {
            throw new IllegalStateException("choosing a reply code: all are in use");
        }
        return free.get(RANDOM.nextInt(free.size()));
    }

    @Override
    public Optional<Tracked<Notice, NoticeState>> withCode(String code, Instant now) {
        return one(select("""
                        where code = :code and code <> '' and opened_at > :since and opened_at <= :now
                        order by opened_at desc limit 1
                        """)
                .bind("code", code)
                .bind("since", now.minus(CODE_REST))
                .bind("now", now));
    }

    @Override
    public List<Tracked<Notice, NoticeState>> askedOf(String number, Instant now) {
        return many(select("""
                        where recipient = :recipient and code <> '' and opened_at > :since and opened_at <= :now
                        order by opened_at desc
                        """)
                .bind("recipient", PhoneNumber.normalise(number))
                .bind("since", now.minus(CODE_REST))
                .bind("now", now));
    }

    @Override
    public List<Tracked<Notice, NoticeState>> to(String number, Instant since) {
        return many(select("where recipient = :recipient and opened_at > :since order by opened_at desc, id")
                .bind("recipient", PhoneNumber.normalise(number))
                .bind("since", since));
    }

    @Override
    public List<Tracked<Notice, NoticeState>> newest(int atMost) {
        return many(select("order by opened_at desc, id desc limit :most").bind("most", atMost));
    }

    @Override
    public Optional<Page<Tracked<Notice, NoticeState>>> page(Excerpt excerpt) {
        return page(SqlList.NOTICES, excerpt, "true", Map.of());
    }

    @Override
    public List<Tracked<Notice, NoticeState>> of(TicketId ticket) {
        return many(select("where ticket = :ticket order by opened_at desc, id").bind("ticket", ticket.value()));
    }
}
