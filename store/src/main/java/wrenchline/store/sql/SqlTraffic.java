package wrenchline.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Traffic;

/** What went to providers and came from them, in PostgreSQL. */
record SqlTraffic(Handle handle) implements Traffic {

    private static final String STRAY =
            " where notice is null and provider = :provider and number = :number and number <> '' and at > :since";

    @Override
    public void holdNumber(String number) {
        Locks.hold(handle, "sms to " + PhoneNumber.normalise(number));
    }

    @Override
    public void sent(NoticeId notice, String provider, List<String> ids, Instant now) {
        for (String id : ids) {
            // A centre that counts from the beginning again gives an id anew: what was said of it before is of another
            // message.
            handle.createUpdate("""
                            insert into sms_part as part (provider, id, notice, number, rank, at)
                            values (:provider, :id, :notice, '', -1, :at)
                            on conflict (provider, id) do update set notice = :notice,
                                outcome = case when part.notice <> :notice then null else part.outcome end,
                                rank = case when part.notice <> :notice then -1 else part.rank end
                            """)
                    .bind("provider", provider)
                    .bind("id", id)
                    .bind("notice", notice.value())
                    .bind("at", now)
                    .execute();
            joinEarly(notice, provider, id);
        }
    }

    /** A receipt that came before its answer may have written the id otherwise. */
    private void joinEarly(NoticeId notice, String provider, String id) {
        handle.createUpdate("""
                        with early as (
                            delete from sms_part where provider = :provider and notice is null and :id = any(also)
                                and number = (select recipient from notice where notice.id = :notice)
                            returning outcome, rank)
                        update sms_part set outcome = early.outcome, rank = early.rank from early
                        where provider = :provider and id = :id and early.rank > sms_part.rank
                        """)
                .bind("provider", provider)
                .bind("id", id)
                .bind("notice", notice.value())
                .execute();
    }

    @Override
    public Optional<NoticeId> receipt(Receipt receipt, Instant now) {
        holdNumber(receipt.number());
        return handle.createQuery("""
                        insert into sms_part as part (provider, id, number, outcome, rank, at, also)
                        values (:provider, :id, :number, :outcome, :rank, :at, :also)
                        on conflict (provider, id) do update set
                            outcome = case when :rank > part.rank then :outcome else part.outcome end,
                            rank = greatest(:rank, part.rank)
                        returning notice
                        """)
                .bind("provider", receipt.provider())
                .bind("id", known(receipt).orElseGet(() -> receipt.ids().getFirst()))
                .bind("number", PhoneNumber.normalise(receipt.number()))
                .bind("outcome", receipt.outcome().name())
                .bind("rank", receipt.outcome().rank())
                .bind("at", now)
                .bindArray("also", String.class, receipt.ids().stream().skip(1).toList())
                .map((row, context) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .one()
                .map(NoticeId::new);
    }

    /**
     * The id under which the message is known: the receipt's own, or another spelling of it for a message to its number. Locks the
     * notice, before its parts.
     */
    private Optional<String> known(Receipt receipt) {
        return handle.createQuery("""
                        select part.id from sms_part part join notice on notice.id = part.notice
                        where part.provider = :provider and part.id in (<ids>)
                            and (part.id = :first or notice.recipient = :number or :number = '')
                        order by notice.recipient = :number desc, part.id = :first desc limit 1
                        for update of notice
                        """)
                .bind("provider", receipt.provider())
                .bindList("ids", receipt.ids())
                .bind("number", PhoneNumber.normalise(receipt.number()))
                .bind("first", receipt.ids().getFirst())
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public List<Receipt.Outcome> outcomes(NoticeId notice) {
        return handle.createQuery("select coalesce(outcome, 'PENDING') from sms_part where notice = :notice")
                .bind("notice", notice.value())
                .mapTo(String.class)
                .map(Receipt.Outcome::valueOf)
                .list();
    }

    @Override
    public List<String> ids(NoticeId notice) {
        return handle.createQuery("select id from sms_part where notice = :notice order by at, id")
                .bind("notice", notice.value())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Receipt.Outcome> strays(String number, String provider, Instant since) {
        return handle.createQuery("select outcome from sms_part" + STRAY)
                .bind("provider", provider)
                .bind("number", PhoneNumber.normalise(number))
                .bind("since", since)
                .mapTo(String.class)
                .map(Receipt.Outcome::valueOf)
                .list();
    }

    @Override
    public void adopt(Notice notice, String provider, Instant since, int parts) {
        handle.createUpdate(
                        "update sms_part set notice = :notice where provider = :provider and id in (select id from sms_part"
                                + STRAY + " order by at, id limit :parts)")
                .bind("notice", notice.id().value())
                .bind("provider", provider)
                .bind("number", PhoneNumber.normalise(notice.to()))
                .bind("since", since)
                .bind("parts", parts)
                .execute();
    }

    @Override
    public Optional<Incoming> join(Incoming segment, Instant now) {
        return new SqlSegments(handle).join(segment, now);
    }

    @Override
    public List<Incoming> torn(Instant before) {
        return new SqlSegments(handle).torn(before);
    }

    @Override
    public void received(Incoming message, Instant now) {
        handle.createUpdate("insert into sms_in (provider, sender, text, at) values (:provider, :sender, :text, :at)")
                .bind("provider", message.provider())
                .bind("sender", PhoneNumber.normalise(message.from()))
                .bind("text", message.text())
                .bind("at", now)
                .execute();
    }

    @Override
    public boolean came(Incoming message, Instant since) {
        String sender = PhoneNumber.normalise(message.from());
        // Two deliveries of one message at once must not both be the first.
        Locks.hold(handle, "sms from " + sender);
        return handle.createQuery(
                        "select exists (select from sms_in where sender = :sender and text = :text and at >= :since)")
                .bind("sender", sender)
                .bind("text", message.text())
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void stop(String number, Instant now) {
        handle.createUpdate("insert into sms_stop values (:number, :at) on conflict do nothing")
                .bind("number", PhoneNumber.normalise(number))
                .bind("at", now)
                .execute();
    }

    @Override
    public void resume(String number) {
        handle.createUpdate("delete from sms_stop where recipient = :number")
                .bind("number", PhoneNumber.normalise(number))
                .execute();
    }

    @Override
    public boolean stopped(String number) {
        return handle.createQuery("select exists (select from sms_stop where recipient = :number)")
                .bind("number", PhoneNumber.normalise(number))
                .mapTo(Boolean.class)
                .one();
    }
}
