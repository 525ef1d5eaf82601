package wrenchline.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.callback.PhoneOrders;

/** The queue of telephone orders in PostgreSQL. */
record SqlPhoneOrders(Handle handle) implements PhoneOrders {

    @Override
    public void place(PhoneOrder order, Instant at) {
        handle.createUpdate("""
                        insert into phone_order (attempt, kind, details, placed_at)
                        values (:attempt, :kind, cast(:details as json), :at)
                        on conflict (attempt, kind) do nothing
                        """)
                .bind("attempt", order.attempt().value())
                .bind("kind", order.getClass().getSimpleName())
                .bind("details", Json.write(PhoneOrder.class, order))
                .bind("at", at)
                .execute();
    }

    @Override
    public List<PhoneOrder> take(int atMost, Instant at) {
        return handle.createQuery("""
                        with oldest as (
                            select number from phone_order where taken_at is null
                            order by number limit :most for update skip locked
                        ), taken as (
                            update phone_order set taken_at = :at from oldest
                            where phone_order.number = oldest.number
                            returning phone_order.number, details
                        )
                        select details from taken order by number
                        """)
                .bind("most", atMost)
                .bind("at", at)
                .map((row, context) -> Json.read(PhoneOrder.class, row.getString("details")))
                .list();
    }

    @Override
    public List<AttemptId> forTickets() {
        return handle.createQuery("""
                        select attempt from phone_order where kind in ('AskStaff', 'AskAboutComplaint', 'Alarm')
                        order by number
                        """).mapTo(UUID.class).map(AttemptId::new).list();
    }
}
