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

    @Override
    public void sent(NoticeId notice, String provider, List<String> ids, Instant now) {
        for (String id : ids) {
            handle.createUpdate("""
                            insert into sms_part (provider, id, notice, number, rank, at)
                            values (:provider, :id, :notice, '', -1, :at)
                            on conflict (provider, id) do update set notice = :notice
                            """)
                    .bind("provider", provider)
                    .bind("id", id)
                    .bind("notice", notice.value())
                    .bind("at", now)
                    .execute();
        }
    }

    @Override
    public Optional<NoticeId> receipt(Receipt receipt, Instant now) {
        return handle.createQuery("""
                        insert into sms_part as part (provider, id, number, outcome, rank, at)
                        values (:provider, :id, :number, :outcome, :rank, :at)
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
                .map((row, context) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .one()
                .map(NoticeId::new);
    }

    /** The id under which the message is known that went to the receipt's number, or else to any. Locks the notice, before its parts. */
    private Optional<String> known(Receipt receipt) {
        return handle.createQuery("""
                        select part.id from sms_part part join notice on notice.id = part.notice
                        where part.provider = :provider and part.id in (<ids>)
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
    public int adopt(Notice notice, String provider, Instant since, Instant now) {
        return handle.createUpdate("""
                        update sms_part set notice = :notice
                        where notice is null and provider = :provider and number = :number and number <> ''
                            and at > :since and at <= :now
                        """)
                .bind("notice", notice.id().value())
                .bind("provider", provider)
                .bind("number", PhoneNumber.normalise(notice.to()))
                .bind("since", since)
                .bind("now", now)
                .execute();
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
