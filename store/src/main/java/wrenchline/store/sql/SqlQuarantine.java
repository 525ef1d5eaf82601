package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Quarantined;

/** The quarantine in PostgreSQL. */
record SqlQuarantine(Jdbi jdbi) implements Holds {

    private static final String WHOLE = "quarantine.*, payload as glance, octet_length(payload) as bytes, details";
    private static final String GLANCES = "quarantine.id, received, source, topic, reason, machine, day, replay_of, "
            + "substring(payload for :glance) as glance, octet_length(payload) as bytes, details";

    /** What nobody has touched waits. */
    private static final String FILTERED = """
             from quarantine left join disposition using (id)
            where (cardinality(:states) = 0 or coalesce(state, 'Waiting') = any(:states))
                and (:machine = '' or machine = :machine)
                and (:topic = '' or position(lower(:topic) in lower(topic)) > 0)
                and (:reason = '' or position(lower(:reason) in lower(reason)) > 0)
                and received >= :from and received < :to
            """;

    @Override
    public void keep(Quarantined message) {
        jdbi.useHandle(handle -> put(handle, message, null, null, Quarantined.LIVE));
    }

    /** Keeps a message that counts in an account. */
    static void put(Handle handle, Ledger.Page.Held held) {
        put(handle, held.message(), held.machine(), held.day(), held.replayOf());
    }

    private static void put(
            Handle handle, Quarantined message, @Nullable String machine, @Nullable Object day, UUID replayOf) {
        handle.createUpdate("""
                        insert into quarantine (id, received, source, topic, payload, reason, machine, day, replay_of)
                        values (:id, :received, :source, :topic, :payload, :reason, :machine, :day, cast(:replayOf as uuid))
                        on conflict (id) do nothing
                        """)
                .bind("id", message.id())
                .bind("received", message.received())
                .bind("source", Text.storable(message.source()))
                .bind("topic", Text.storable(message.topic()))
                .bind("payload", message.payload())
                .bind("reason", Text.storable(message.reason()))
                .bind("machine", machine)
                .bind("day", day)
                .bind("replayOf", replayOf.equals(Quarantined.LIVE) ? null : replayOf)
                .execute();
    }

    @Override
    public List<Hold> list(Filter filter, Mark mark, int atMost) {
        return jdbi.withHandle(handle -> filtered(
                        handle,
                        "select " + GLANCES + FILTERED + "and (received, id) < (:received, :id) "
                                + "order by received desc, id desc limit :most",
                        filter)
                .bind("glance", GLANCE)
                .bind("received", mark.received())
                .bind("id", mark.id())
                .bind("most", atMost)
                .map((row, context) -> hold(row))
                .list());
    }

    @Override
    public List<UUID> oldest(Filter filter, int atMost) {
        return jdbi.withHandle(
                handle -> filtered(handle, "select id" + FILTERED + "order by received, id limit :most", filter)
                        .bind("most", atMost)
                        .mapTo(UUID.class)
                        .list());
    }

    private static Query filtered(Handle handle, String query, Filter filter) {
        return handle.createQuery(query)
                .bind(
                        "states",
                        filter.states().stream().map(SqlQuarantine::name).toArray(String[]::new))
                .bind("machine", filter.machine())
                .bind("topic", filter.topic())
                .bind("reason", filter.reason())
                .bind("from", filter.from())
                .bind("to", filter.to());
    }

    @Override
    public Optional<Hold> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + WHOLE + " from quarantine left join disposition using (id) where id = :id")
                .bind("id", id)
                .map((row, context) -> hold(row))
                .findFirst());
    }

    @Override
    public List<UUID> returned(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from quarantine where replay_of = :id order by received, id")
                        .bind("id", id)
                        .mapTo(UUID.class)
                        .list());
    }

    @Override
    public List<Reason> reasons(int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select reason, count(*) as waiting from quarantine left join disposition using (id)
                        where coalesce(state, 'Waiting') = 'Waiting'
                        group by reason order by waiting desc, reason limit :most
                        """)
                .bind("most", atMost)
                .map((row, context) -> new Reason(row.getString("reason"), row.getLong("waiting")))
                .list());
    }

    private static Hold hold(ResultSet row) throws SQLException {
        Quarantined message = new Quarantined(
                row.getObject("id", UUID.class),
                row.getTimestamp("received").toInstant(),
                row.getString("source"),
                row.getString("topic"),
                row.getBytes("glance"),
                row.getString("reason"));
        String details = row.getString("details");
        return new Hold(
                message,
                row.getInt("bytes"),
                Objects.requireNonNullElse(row.getString("machine"), ""),
                Objects.requireNonNullElse(row.getObject("replay_of", UUID.class), Quarantined.LIVE),
                details == null
                        ? new DispositionState.Waiting(new Content.AsItCame())
                        : Json.read(DispositionState.class, details));
    }

    /** As the column has it: that of the record. */
    private static String name(DispositionState.Kind kind) {
        return switch (kind) {
            case WAITING -> "Waiting";
            case ORDERED -> "Ordered";
            case REPLAYED -> "Replayed";
            case DISCARDED -> "Discarded";
        };
    }
}
