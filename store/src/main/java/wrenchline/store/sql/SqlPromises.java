package wrenchline.store.sql;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.promise.Promises;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The book of promises in PostgreSQL. */
final class SqlPromises extends SqlBook<PromiseId, Promise, PromiseState, PromiseEvent> implements Promises {

    SqlPromises(Handle handle, Journal journal) {
        super(BookTable.PROMISES, handle, journal);
    }

    @Override
    public List<Tracked<Promise, PromiseState>> of(TicketId ticket) {
        return many(select("where ticket = :ticket order by opened_at, id").bind("ticket", ticket.value()));
    }

    @Override
    public List<Tracked<Promise, PromiseState>> mostUrgent(int atMost) {
        // Only a running clock is due.
        return many(
                select("order by due_at nulls last, opened_at desc limit :most").bind("most", atMost));
    }

    @Override
    public Optional<Page<Tracked<Promise, PromiseState>>> page(Excerpt excerpt, Set<EquipmentId> equipment) {
        String[] ids = equipment.stream().map(EquipmentId::value).toArray(String[]::new);
        return ids.length == 0
                ? page(SqlList.PROMISES, excerpt, "true", Map.of())
                : page(
                        SqlList.PROMISES,
                        excerpt,
                        "ticket in (select ticket.id from ticket where ticket.equipment = any(:equipment))",
                        Map.of("equipment", ids));
    }

    @Override
    public List<Tally> tally(YearMonth from, YearMonth to, ZoneId zone) {
        return handle().createQuery("""
                        select to_char(deadline at time zone :zone, 'YYYY-MM') as month, clause,
                            facts ->> 'policyVersion' as policy, state, coalesce(cause, '') as cause, count(*) as count
                        from promise
                        left join lateral (
                            select details ->> 'cause' as cause from journal
                            where state in ('Broken', 'KeptLate') and subject = 'promise'
                                and journal.id = cast(promise.id as text) and event = 'Explained'
                            order by journal.version desc limit 1
                        ) as explained on true
                        where deadline >= :from and deadline < :until
                        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
                        """)
                .bind("zone", zone.getId())
                .bind("from", from.atDay(1).atStartOfDay(zone).toInstant())
                .bind("until", to.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                .map((row, context) -> new Tally(
                        YearMonth.parse(row.getString("month")),
                        row.getString("clause"),
                        row.getString("policy"),
                        row.getString("state"),
                        row.getString("cause"),
                        row.getLong("count")))
                .list();
    }
}
