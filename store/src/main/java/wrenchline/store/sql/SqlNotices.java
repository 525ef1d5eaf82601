package wrenchline.store.sql;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Nobody is rung about a message of the day before. */
    private static final Duration RECEIPT_OF_USE = Duration.ofDays(1);

    /** When the first is in use, so many others are looked at before longer ones are. */
    private static final int TRIES = 40;

    private static final SecureRandom RANDOM = new SecureRandom();

    SqlNotices(Handle handle, Journal journal) {
        super(BookTable.NOTICES, handle, journal);
    }

    @Override
    public String freeCode(Instant now) {
        return Stream.concat(codes(1, 1000, 10_000), Stream.of(TRIES).flatMap(tries -> unused(tries, now)))
                .filter(code -> isFree(code, now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("choosing a reply code: all are in use"));
    }

    private static Stream<String> codes(int many, int first, int end) {
        return IntStream.generate(() -> RANDOM.nextInt(first, end)).limit(many).mapToObj(Integer::toString);
    }

    /** Where most short codes are in use, one question finds what is left; only what is chosen need be held. */
    private Stream<String> unused(int tries, Instant now) {
        List<String> codes = Stream.concat(codes(tries, 1000, 10_000), codes(tries, 100_000, 1_000_000))
                .toList();
        return handle()
                .createQuery("""
                        select code from unnest(:codes) with ordinality as tried (code, place)
                        where not exists (select from notice
                            where notice.code = tried.code and notice.code <> '' and opened_at > :since)
                        order by place
                        """)
                .bindArray("codes", String.class, codes)
                .bind("since", now.minus(CODE_REST))
                .mapTo(String.class)
                .list()
                .stream();
    }

    /** Held until the notice is written, or two transactions could be given the same code; whoever else wants it takes another. */
    private boolean isFree(String code, Instant now) {
        return Locks.tryHold(handle(), "notice code " + code)
                && !handle().createQuery("""
                                select exists (select from notice where code = :code and code <> '' and opened_at > :since)
                                """)
                        .bind("code", code)
                        .bind("since", now.minus(CODE_REST))
                        .mapTo(Boolean.class)
                        .one();
    }

    @Override
    public Optional<Tracked<Notice, NoticeState>> withoutReceipt(Instant acceptedBefore) {
        return one(select("""
                        where state = 'Accepted' and opened_at <= :before and opened_at > :since
                            and exists (select from sms_part where provider = notice.details ->> 'provider'
                                and outcome is not null and at > :week)
                            and not exists (select from sms_part where provider = notice.details ->> 'provider'
                                and outcome is not null and at >= notice.opened_at)
                        order by opened_at limit 1
                        """)
                .bind("before", acceptedBefore)
                .bind("since", acceptedBefore.minus(RECEIPT_OF_USE))
                .bind("week", acceptedBefore.minus(CODE_REST)));
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
    public List<Instant> handedOver(String number, Instant since, int atMost) {
        return handle().createQuery("""
                        select opened_at from notice where recipient = :recipient and opened_at > :since and state <> 'Queued'
                        order by opened_at desc limit :most
                        """)
                .bind("recipient", PhoneNumber.normalise(number))
                .bind("since", since)
                .bind("most", atMost)
                .mapTo(Instant.class)
                .list();
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
