package wrenchline.core.desk;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.duty.Assignment;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentRegister;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Tracked;

/** Finds the engineer for a ticket and asks them (派工). */
record Dispatch(Turn turn) {

    /** Gives a ticket that nobody was asked for to the engineer who fits best; tells the supervisors where there is none. */
    void first(TicketId ticket) {
        next(ticket);
    }

    /** Who could take {@code ticket} now, the best first, and who on duty could not. */
    Assignment candidates(Tracked<Ticket, TicketState> ticket) {
        Set<StaffId> refused =
                refused(turn.books().tickets().events(ticket.facts().id()));
        return Assignment.of(
                roster(), work(ticket.facts(), refused), turn.books().tickets().loads(), turn.now());
    }

    /** Gives it to the best one who has not refused it; tells the supervisors after the last. */
    void next(TicketId id) {
        Tracked<Ticket, TicketState> ticket = turn.books().tickets().find(id).orElseThrow();
        Assignment assignment = candidates(ticket);
        AssignmentWhy why = new AssignmentWhy(turn.desk().wording());
        if (assignment.ranked().isEmpty()) {
            turn.ticket(ticket, new TicketEvent.NobodyFits(why.nobody(assignment)));
            tellSupervisors(ticket.facts());
        } else {
            StaffMember chosen = assignment.ranked().getFirst().member();
            turn.ticket(ticket, new TicketEvent.Assigned(new Actor.Product(), chosen.id(), why.chosen(assignment)));
        }
    }

    /** Those who may take {@code ticket} besides {@code asked}, the best first. */
    List<StaffMember> others(Ticket ticket, List<StaffMember> asked) {
        Set<StaffId> refused = refused(turn.books().tickets().events(ticket.id()));
        asked.forEach(one -> refused.add(one.id()));
        return Assignment.of(
                        roster(), work(ticket, refused), turn.books().tickets().loads(), turn.now())
                .ranked()
                .stream()
                .map(Assignment.Candidate::member)
                .toList();
    }

    /** What keeps {@code staff} from taking {@code ticket}, in English for the log and the API. */
    Optional<String> against(StaffMember staff, Ticket ticket) {
        LocalDate today = LocalDate.ofInstant(turn.now(), roster().zone());
        return Assignment.against(staff, work(ticket, Set.of()), today)
                .map(reason -> new AssignmentWhy(turn.desk().wording()).against(staff, reason, "en"));
    }

    private Assignment.Work work(Ticket ticket, Set<StaffId> refused) {
        EquipmentRegister register = turn.books().register();
        return new Assignment.Work(
                ticket.customerIfKnown()
                        .flatMap(register::find)
                        .map(Customer::territory)
                        .orElse(""),
                ticket.equipmentIfKnown()
                        .flatMap(register::find)
                        .map(Equipment::model)
                        .orElse(""),
                refused);
    }

    /** Asks whoever has it again, because it became graver; the next one where nobody has it. */
    void again(Ticket ticket) {
        TicketState state =
                turn.books().tickets().find(ticket.id()).orElseThrow().state();
        holder(state).ifPresentOrElse(engineer -> turn.letters().dispatch(ticket, engineer), () -> next(ticket.id()));
    }

    /** Who has a ticket that is in {@code state}, or is asked to take it. */
    Optional<StaffMember> holder(TicketState state) {
        return switch (state) {
            case TicketState.Assigned assigned -> roster().find(assigned.to());
            case TicketState.Accepted accepted -> engineer(accepted.by());
            case TicketState.OnTheWay onTheWay -> engineer(onTheWay.by());
            case TicketState.OnSite onSite -> engineer(onSite.by());
            case TicketState.InWorkshop inWorkshop -> engineer(inWorkshop.by());
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Reopened _,
                    TicketState.Resolved _,
                    TicketState.Confirmed _,
                    TicketState.Closed _,
                    TicketState.Merged _ -> Optional.empty();
        };
    }

    /** The member of staff that {@code actor} is; empty for anybody else. */
    Optional<StaffMember> engineer(Actor actor) {
        return actor instanceof Actor.Staff(StaffId id) ? roster().find(id) : Optional.empty();
    }

    private void tellSupervisors(Ticket ticket) {
        roster().all(StaffMember.Role.SUPERVISOR)
                .forEach(supervisor -> turn.letters().dispatch(ticket, supervisor));
    }

    private static Set<StaffId> refused(List<Dated<TicketEvent>> events) {
        Set<StaffId> refused = new HashSet<>();
        for (Dated<TicketEvent> dated : events) {
            if (dated.event() instanceof TicketEvent.Refused(Actor.Staff(StaffId id), var _)) {
                refused.add(id);
            } else if (dated.event() instanceof TicketEvent.Reopened) {
                refused.clear();
            }
        }
        return refused;
    }

    private Roster roster() {
        return turn.books().rosters().current();
    }
}
