package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.desk.Change;
import wrenchline.core.webhook.Delivery;
import wrenchline.core.webhook.Webhook;
import wrenchline.core.webhook.Webhooks;

/** Webhooks and their outbox in PostgreSQL. */
record SqlWebhooks(Jdbi jdbi) implements Webhooks {

    /** What was delivered is kept so long, for who looks what a subscriber got. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Override
    public List<Webhook> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from webhook order by created, id")
                .map((row, context) -> webhook(row))
                .list());
    }

    @Override
    public Optional<Webhook> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from webhook where id = :id")
                .bind("id", id)
                .map((row, context) -> webhook(row))
                .findFirst());
    }

    @Override
    public void add(Webhook webhook, long position) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into webhook (id, url, subjects, secret, made_by, created, position)
                        values (:id, :url, :subjects, :secret, :by, :created, :position)
                        """)
                .bind("id", webhook.id())
                .bind("url", Text.storable(webhook.url()))
                .bindArray("subjects", String.class, List.copyOf(webhook.subjects()))
                .bind("secret", webhook.secret())
                .bind("by", webhook.by())
                .bind("created", webhook.created())
                .bind("position", position)
                .execute());
    }

    @Override
    public boolean remove(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from webhook where id = :id")
                        .bind("id", id)
                        .execute()
                == 1);
    }

    @Override
    public long position(UUID webhook) {
        return jdbi.withHandle(handle -> handle.createQuery("select position from webhook where id = :id")
                .bind("id", webhook)
                .mapTo(Long.class)
                .findFirst()
                .orElse(Long.MAX_VALUE));
    }

    @Override
    public void enqueue(UUID webhook, List<Change> changes, long position, Instant now) {
        jdbi.useTransaction(handle -> {
            int moved = handle.createUpdate(
                            "update webhook set position = :position where id = :id and position < :position")
                    .bind("id", webhook)
                    .bind("position", position)
                    .execute();
            if (moved == 1) {
                changes.forEach(change -> insert(handle, webhook, change, now));
            }
        });
    }

    private static void insert(Handle handle, UUID webhook, Change change, Instant now) {
        handle.createUpdate("""
                        insert into webhook_delivery
                            (webhook, position, at, subject, id, event, state, attempts, due, trouble)
                        values (:webhook, :position, :at, :subject, :id, :event, 'WAITING', 0, :now, '')
                        on conflict do nothing
                        """)
                .bind("webhook", webhook)
                .bind("position", change.position())
                .bind("at", change.at())
                .bind("subject", change.subject())
                .bind("id", change.id())
                .bind("event", change.event())
                .bind("now", now)
                .execute();
    }

    @Override
    public List<Delivery> take(UUID webhook, Instant now, int atMost) {
        return jdbi.inTransaction(handle -> {
            List<Delivery> due = handle.createQuery("""
                            select * from webhook_delivery where webhook = :webhook and state = 'WAITING' and due <= :now
                            order by due, number limit :most for update skip locked
                            """)
                    .bind("webhook", webhook)
                    .bind("now", now)
                    .bind("most", atMost)
                    .map((row, context) -> delivery(row))
                    .list();
            List<Delivery> tried = due.stream().map(one -> one.tried(now)).toList();
            tried.forEach(one -> keep(handle, one));
            handle.createUpdate("delete from webhook_delivery where state = 'DELIVERED' and at < :old")
                    .bind("old", now.minus(KEPT))
                    .execute();
            return tried;
        });
    }

    @Override
    public void keep(Delivery delivery) {
        jdbi.useHandle(handle -> keep(handle, delivery));
    }

    private static void keep(Handle handle, Delivery delivery) {
        handle.createUpdate("""
                        update webhook_delivery set state = :state, attempts = :attempts, due = :due, trouble = :trouble
                        where number = :number
                        """)
                .bind("number", delivery.number())
                .bind("state", delivery.state().name())
                .bind("attempts", delivery.attempts())
                .bind("due", delivery.due())
                .bind("trouble", Text.storable(delivery.trouble()))
                .execute();
    }

    @Override
    public Optional<Delivery> delivery(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from webhook_delivery where number = :number")
                .bind("number", number)
                .map((row, context) -> delivery(row))
                .findFirst());
    }

    @Override
    public List<Delivery> page(Delivery.State state, long before, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from webhook_delivery where state = :state and number < :before
                        order by number desc limit :most
                        """)
                .bind("state", state.name())
                .bind("before", before)
                .bind("most", atMost)
                .map((row, context) -> delivery(row))
                .list());
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                Set.of((String[]) row.getArray("subjects").getArray()),
                row.getString("secret"),
                row.getString("made_by"),
                row.getTimestamp("created").toInstant());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("number"),
                row.getObject("webhook", UUID.class),
                new Change(
                        row.getLong("position"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("subject"),
                        row.getString("id"),
                        row.getString("event")),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("due").toInstant(),
                row.getString("trouble"));
    }
}
