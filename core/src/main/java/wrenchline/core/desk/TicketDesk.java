package wrenchline.core.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.duty.Assignment;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketKind;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What people do with tickets. */
public final class TicketDesk {

    /** In the place of a failure mode where whoever asks for a ticket names none. */
    public static final String REPORTED = "REPORTED";

    private final Desk desk;

    public TicketDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * What somebody wants a ticket for.
     *
     * @param key of which there is only one ticket, so that asking twice is harmless
     * @param equipment null when it is not known
     * @param failureMode as far as it is known
     */
    public record Wanted(
            String key,
            @Nullable EquipmentId equipment,
            TicketKind kind,
            Severity severity,
            String failureMode,
            Report report,
            Origin.Entered origin) {}

    /** What came of asking for a ticket. */
    public sealed interface Entered {

        /** It is entered, or was when it was asked for with the same key before. */
        record Done(TicketId ticket, boolean isNew) implements Entered {}

        /** Its key stands for another ticket. */
        record KeyTaken(TicketId other) implements Entered {}

        /** Nobody registered such equipment. */
        record NotRegistered(EquipmentId equipment) implements Entered {}
    }

    /** What came of telling a ticket something. */
    public sealed interface Told {

        record Done() implements Told {}

        /** It does not apply. */
        record Ignored(String reason) implements Told {}

        /** Somebody else changed the ticket since the teller saw it. */
        record Stale(long version) implements Told {}

        record NoSuchTicket() implements Told {}
    }

    /**
     * Somebody on duty who was weighed for a ticket (派工候选).
     *
     * @param load how many tickets they have already
     * @param travel from where they are at home
     * @param against why they may not take it; null for those who may
     */
    public record Weighed(
            StaffMember member,
            boolean atHome,
            int load,
            Duration travel,
            @Nullable Names against) {}

    /** Who on duty could take ticket {@code id}, the best first, then those who may not; empty when there is no such ticket. */
    public Optional<List<Weighed>> candidates(TicketId id) {
        return desk.transactions()
                .call(books -> books.tickets()
                        .look(id)
                        .map(ticket -> weighed(
                                new Dispatch(new Turn(desk, books, desk.clock().instant())).candidates(ticket))));
    }

    private List<Weighed> weighed(Assignment assignment) {
        AssignmentWhy why = new AssignmentWhy(desk.wording());
        Stream<Weighed> may = assignment.ranked().stream()
                .map(one -> new Weighed(one.member(), one.atHome(), one.load(), one.travel(), null));
        Stream<Weighed> mayNot = assignment.passedOver().stream()
                .map(one -> new Weighed(one.member(), false, 0, Duration.ZERO, why.against(one)));
        return Stream.concat(may, mayNot).toList();
    }

    /** Opens a ticket with its promises, and asks an engineer. */
    public Entered open(Wanted wanted) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            String key = "entered/" + wanted.key();
            var known = books.tickets().newestFor(key);
            if (known.isPresent()) {
                Ticket ticket = known.get().facts();
                return isSame(ticket, wanted)
                        ? new Entered.Done(ticket.id(), false)
                        : new Entered.KeyTaken(ticket.id());
            }
            EquipmentId equipment = wanted.equipment();
            if (equipment != null && books.register().find(equipment).isEmpty()) {
                return new Entered.NotRegistered(equipment);
            }
            Ticket ticket = new Ticket(
                    books.tickets().next(),
                    key,
                    equipment,
                    customer(books, wanted),
                    wanted.failureMode(),
                    wanted.severity(),
                    wanted.origin(),
                    turn.now(),
                    wanted.kind(),
                    wanted.report(),
                    null);
            new Opening(turn).ticket(ticket);
            new Dispatch(turn).first(ticket.id());
            return new Entered.Done(ticket.id(), true);
        });
    }

    private static boolean isSame(Ticket ticket, Wanted wanted) {
        return ticket.equipmentIfKnown().equals(Optional.ofNullable(wanted.equipment()))
                && ticket.purpose() == wanted.kind()
                && ticket.severity() == wanted.severity()
                && wanted.report().equals(ticket.report());
    }

    private static @Nullable CustomerId customer(Books books, Wanted wanted) {
        return Optional.ofNullable(wanted.equipment())
                .flatMap(books.register()::find)
                .map(Equipment::customer)
                .or(() -> books.register().byPhone(wanted.report().phone()).map(Customer::id))
                .orElse(null);
    }

    /** Applies {@code event}; empty when there is no such ticket. */
    public Optional<Transition<TicketState, TicketEffect>> tell(TicketId id, TicketEvent event) {
        return desk.transactions().call(books -> tell(books, id, event));
    }

    private Optional<Transition<TicketState, TicketEffect>> tell(Books books, TicketId id, TicketEvent event) {
        Turn turn = new Turn(desk, books, desk.clock().instant());
        return books.tickets()
                .find(id)
                .map(ticket -> new Obstacles(turn)
                        .against(ticket.facts(), event)
                        .<Transition<TicketState, TicketEffect>>map(Transition.Ignored::new)
                        .orElseGet(() -> turn.ticket(ticket, event)));
    }

    /**
     * Applies {@code event} to the ticket as the teller saw it.
     *
     * @param seen the version that the teller saw; null when they do not mind which
     */
    public Told tell(TicketId id, @Nullable Long seen, TicketEvent event) {
        return desk.transactions().call(books -> {
            Optional<Tracked<Ticket, TicketState>> ticket = books.tickets().find(id);
            if (ticket.isEmpty()) {
                return new Told.NoSuchTicket();
            }
            if (seen != null && ticket.get().version() != seen) {
                return new Told.Stale(ticket.get().version());
            }
            return switch (tell(books, id, event).orElseThrow()) {
                case Transition.Moved<TicketState, TicketEffect> _ -> new Told.Done();
                case Transition.Ignored<TicketState, TicketEffect>(String reason) -> new Told.Ignored(reason);
            };
        });
    }
}
