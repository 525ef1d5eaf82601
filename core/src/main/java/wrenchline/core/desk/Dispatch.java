package wrenchline.core.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Names;
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

    /** Gives it to the best one who has not refused it; tells the supervisors after the last. */
    void next(TicketId id) {
        Tracked<Ticket, TicketState> ticket = turn.books().tickets().find(id).orElseThrow();
        Set<StaffId> refused = refused(turn.books().tickets().events(id));
        List<StaffMember> fit = roster().engineers(turn.now()).stream()
                .filter(engineer -> !refused.contains(engineer.id()))
                .toList();
        if (fit.isEmpty()) {
            tellSupervisors(ticket.facts());
        } else {
            StaffMember chosen = fit.getFirst();
            turn.ticket(ticket, new TicketEvent.Assigned(new Actor.Product(), chosen.id(), reason()));
        }
    }

    /** Asks whoever has it again, because it became graver; the next one where nobody has it. */
    void again(Ticket ticket) {
        TicketState state =
                turn.books().tickets().find(ticket.id()).orElseThrow().state();
        Optional<StaffMember> has = switch (state) {
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
        has.ifPresentOrElse(engineer -> turn.letters().dispatch(ticket, engineer), () -> next(ticket.id()));
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

    private Names reason() {
        return new Names(word("zh"), word("en"));
    }

    private String word(String language) {
        return turn.desk().wording().text("assigned.first-on-duty", language, Map.of());
    }

    private Roster roster() {
        return turn.books().rosters().current();
    }
}
