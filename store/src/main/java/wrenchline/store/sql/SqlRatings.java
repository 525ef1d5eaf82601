package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.duty.StaffId;
import wrenchline.core.survey.Rating;
import wrenchline.core.survey.Ratings;
import wrenchline.core.ticket.TicketId;

/** The customers' ratings in PostgreSQL. */
record SqlRatings(Handle handle) implements Ratings {

    @Override
    public void keep(Rating rating) {
        handle.createUpdate("""
                        insert into rating (callback, ticket, staff, score, at)
                        values (:callback, :ticket, :staff, :score, :at)
                        on conflict (callback) do nothing
                        """)
                .bind("callback", rating.callback().value())
                .bind("ticket", rating.ticket().value())
                .bind("staff", rating.staff().value())
                .bind("score", rating.score())
                .bind("at", rating.at())
                .execute();
    }

    @Override
    public List<Rating> newest(int atMost) {
        return handle.createQuery("select * from rating order by at desc, callback limit :most")
                .bind("most", atMost)
                .map((row, context) -> rating(row))
                .list();
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                new CallbackId(row.getObject("callback", UUID.class)),
                new TicketId(row.getLong("ticket")),
                new StaffId(row.getString("staff")),
                row.getInt("score"),
                row.getTimestamp("at").toInstant());
    }
}
