package wrenchline.core.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.duty.Duty;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationEffect;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.escalation.EscalationMachine;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** What is done so that no ticket is left alone (升级执行). */
record Escalating(Turn turn) {

    /** A new ticket. */
    void begin(Ticket ticket) {
        Escalation facts =
                new Escalation(ticket.id(), turn.now(), turn.desk().policy().escalation());
        turn.books().escalations().open(facts, new EscalationMachine().initial(facts), turn.now());
    }

    /** A ticket moved from {@code before} to {@code after}. A note on one that waits does not stop the ladder. */
    void follow(Tracked<Ticket, TicketState> before, TicketState after) {
        boolean sameWait = after.waits() && before.state().getClass() == after.getClass();
        boolean nothingNew = after.over() && before.state().over();
        if (sameWait || nothingNew) {
            return;
        }
        EscalationEvent event = after.over()
                ? new EscalationEvent.Ended()
                : after.waits() ? new EscalationEvent.Asked() : new EscalationEvent.Moved();
        turn.books()
                .escalations()
                .find(before.facts().id())
                .ifPresent(escalation -> turn.escalation(escalation, event));
    }

    /** Takes the next step of a ticket now. */
    void hurry(TicketId ticket) {
        turn.books().escalations().find(ticket).ifPresent(one -> turn.escalation(one, new EscalationEvent.Hurried()));
    }

    void carryOut(Escalation escalation, EscalationEffect effect) {
        switch (effect) {
            case EscalationEffect.Reach(Step step) -> reach(escalation.ticket(), step);
            case EscalationEffect.Remind() -> remind(escalation.ticket());
        }
    }

    private void reach(TicketId id, Step step) {
        Optional<Tracked<Ticket, TicketState>> ticket = turn.books().tickets().find(id);
        ticket.ifPresent(waiting -> {
            List<StaffMember> people = people(waiting, step.target());
            step.ways().forEach(way -> ask(waiting, people, way));
        });
    }

    private void ask(Tracked<Ticket, TicketState> ticket, List<StaffMember> people, Way way) {
        switch (way) {
            case SMS -> people.forEach(person -> turn.letters().dispatch(ticket.facts(), person));
            case VOICE -> people.forEach(person -> ring(ticket.facts(), person));
            case PAGE ->
                turn.ticket(
                        ticket,
                        new TicketEvent.Urged(
                                people.stream().map(StaffMember::id).toList()));
        }
    }

    /** Nobody is rung for two things at once: whoever is on the line is reached by the next step. */
    private void ring(Ticket ticket, StaffMember person) {
        AttemptId attempt = AttemptId.of(ticket.id(), person.id().value(), turn.now());
        if (turn.books().engagements().engage(person.id(), ticket.id(), attempt, turn.now())) {
            turn.books().phoneOrders().place(new PhoneOrder.AskStaff(ticket.id(), attempt, person), turn.now());
        }
    }

    private List<StaffMember> people(Tracked<Ticket, TicketState> ticket, Rung.Target target) {
        Duty duty = new Duty(turn.books().rosters().current());
        return duty.somebody(meant(ticket, target, duty));
    }

    private List<StaffMember> meant(Tracked<Ticket, TicketState> ticket, Rung.Target target, Duty duty) {
        List<StaffMember> asked =
                new Dispatch(turn).holder(ticket.state()).stream().toList();
        return switch (target) {
            case FIRST_ENGINEER -> asked.isEmpty() ? duty.reach(target, turn.now()) : asked;
            case SECOND_ENGINEER ->
                new Dispatch(turn)
                        .others(ticket.facts(), asked).stream().limit(1).toList();
            case SUPERVISOR, EVERYBODY, MANAGER, DIRECTOR, CUSTOMER -> duty.reach(target, turn.now());
        };
    }

    private void remind(TicketId id) {
        turn.books().tickets().look(id).ifPresent(ticket -> {
            Set<StaffMember> readers = new LinkedHashSet<>();
            new Dispatch(turn).holder(ticket.state()).ifPresent(readers::add);
            readers.addAll(turn.books().rosters().current().all(StaffMember.Role.SUPERVISOR));
            readers.forEach(reader -> turn.letters().reminder(ticket, reader));
        });
    }
}
