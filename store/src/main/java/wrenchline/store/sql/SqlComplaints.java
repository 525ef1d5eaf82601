package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import wrenchline.core.call.CallId;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.Complaints;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.ticket.TicketId;

/** The register of complaints in PostgreSQL. */
record SqlComplaints(Handle handle) implements Complaints {

    @Override
    public ComplaintId next() {
        return new ComplaintId(handle.createQuery("select nextval('complaint_number')")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void enter(Complaint complaint) {
        CustomerId customer = complaint.customer();
        handle.createUpdate("""
                        insert into complaint (id, category, ticket, call, number, customer, received)
                        values (:id, :category, :ticket, :call, :number, :customer, :received)
                        """)
                .bind("id", complaint.id().value())
                .bind("category", complaint.category().name())
                .bind("ticket", complaint.ticket().value())
                .bind("call", complaint.call().value())
                .bind("number", complaint.number())
                .bind("customer", customer == null ? null : customer.value())
                .bind("received", complaint.received())
                .execute();
    }

    @Override
    public Optional<Complaint> of(CallId call) {
        return list(select("where call = :call").bind("call", call.value())).stream()
                .findFirst();
    }

    @Override
    public Optional<Complaint> find(ComplaintId id) {
        return list(select("where id = :id").bind("id", id.value())).stream().findFirst();
    }

    @Override
    public List<Complaint> newest(int atMost) {
        return list(select("order by id desc limit :most").bind("most", atMost));
    }

    private Query select(String rest) {
        return handle.createQuery("select * from complaint " + rest);
    }

    private static List<Complaint> list(Query query) {
        return query.map((row, context) -> complaint(row)).list();
    }

    private static Complaint complaint(ResultSet row) throws SQLException {
        String customer = row.getString("customer");
        return new Complaint(
                new ComplaintId(row.getLong("id")),
                Complaint.Category.valueOf(row.getString("category")),
                new TicketId(row.getLong("ticket")),
                new CallId(row.getString("call")),
                row.getString("number"),
                customer == null ? null : new CustomerId(customer),
                row.getTimestamp("received").toInstant());
    }
}
