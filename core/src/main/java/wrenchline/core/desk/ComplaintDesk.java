package wrenchline.core.desk;

import java.util.Optional;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.complaint.Course;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketKind;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** The register of complaints (投诉登记): what comes in by letter, mail or at the door, and what becomes of all of them. */
public final class ComplaintDesk {

    private final Desk desk;

    public ComplaintDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * What somebody complains of.
     *
     * @param key of which there is only one complaint, so that entering twice is harmless
     * @param by whoever enters it, and has its ticket from then on
     */
    public record Wanted(
            String key, Category category, Channel channel, Report report, Origin.Entered origin, Actor by) {}

    /** What came of telling a complaint something. */
    public sealed interface Told {

        record Done() implements Told {}

        /** It does not apply. */
        record Ignored(String reason) implements Told {}

        record NoSuchComplaint() implements Told {}

        /** The event names a member of staff whom the roster does not know. */
        record NoSuchStaff(String id) implements Told {}
    }

    /** Enters a complaint with a ticket under which every contact is kept. */
    public ComplaintId open(Wanted wanted) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            String key = "complaint/" + wanted.key();
            return books.tickets()
                    .newestFor(key)
                    .map(known -> books.complaints()
                            .of(known.facts().id())
                            .getFirst()
                            .facts()
                            .id())
                    .orElseGet(() -> enter(turn, key, wanted));
        });
    }

    private static ComplaintId enter(Turn turn, String key, Wanted wanted) {
        Books books = turn.books();
        String number = wanted.report().phone();
        CustomerId customer = books.register().byPhone(number).map(Customer::id).orElse(null);
        Ticket ticket = new Ticket(
                books.tickets().next(),
                key,
                null,
                customer,
                CallDesk.COMPLAINT,
                Severity.MINOR,
                wanted.origin(),
                turn.now(),
                TicketKind.FAULT,
                wanted.report(),
                null);
        new Opening(turn).ticket(ticket);
        books.tickets()
                .find(ticket.id())
                .ifPresent(opened -> turn.ticket(opened, new TicketEvent.Accepted(wanted.by())));
        return new Complaining(turn)
                .enter(new Complaint(
                        books.complaints().next(),
                        wanted.category(),
                        ticket.id(),
                        null,
                        wanted.channel(),
                        wanted.report().name(),
                        number,
                        customer,
                        wanted.report().text(),
                        turn.now(),
                        turn.desk().policy().complaintRules()));
    }

    /** Whoever was rung looks after it from now on; false when somebody else does already, or it is settled. */
    public boolean take(ComplaintId id, StaffId staff) {
        return desk.transactions()
                .call(books -> books.complaints()
                        .find(id)
                        .filter(complaint -> isFor(staff, complaint.state().course()))
                        .map(complaint -> new Complaining(
                                        new Turn(desk, books, desk.clock().instant()))
                                .tell(complaint, new ComplaintEvent.Given(new Actor.Staff(staff), staff)))
                        .filter(Transition.Moved.class::isInstance)
                        .isPresent());
    }

    private static boolean isFor(StaffId staff, Course course) {
        return course.owner() == null || course.owner().equals(staff);
    }

    public Told tell(ComplaintId id, ComplaintEvent event) {
        return desk.transactions().call(books -> {
            Optional<Tracked<Complaint, ComplaintState>> complaint =
                    books.complaints().find(id);
            if (complaint.isEmpty()) {
                return new Told.NoSuchComplaint();
            }
            if (event instanceof ComplaintEvent.Given(var unused, var owner)
                    && books.rosters().current().find(owner).isEmpty()) {
                return new Told.NoSuchStaff(owner.value());
            }
            Turn turn = new Turn(desk, books, desk.clock().instant());
            return switch (new Complaining(turn).tell(complaint.get(), event)) {
                case Transition.Moved<?, ?> _ -> new Told.Done();
                case Transition.Ignored<?, ?>(String reason) -> new Told.Ignored(reason);
            };
        });
    }
}
