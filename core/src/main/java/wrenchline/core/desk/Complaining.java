package wrenchline.core.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEffect;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintMachine;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.duty.Duty;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What is done so that a complaint is answered (投诉处理). */
record Complaining(Turn turn) {

    private static final ComplaintMachine MACHINE = new ComplaintMachine();
    private static final List<Way> AT_ONCE = List.of(Way.SMS, Way.VOICE);

    ComplaintId enter(Complaint complaint) {
        turn.books().complaints().open(complaint, MACHINE.initial(complaint), turn.now());
        return complaint.id();
    }

    Transition<ComplaintState, ComplaintEffect> tell(
            Tracked<Complaint, ComplaintState> complaint, ComplaintEvent event) {
        var transition = Move.apply(MACHINE, turn.books().complaints(), complaint, event, turn.now());
        if (transition instanceof Transition.Moved<ComplaintState, ComplaintEffect>(var state, var effects)) {
            effects.forEach(effect -> carryOut(complaint.facts(), state, effect));
        }
        return transition;
    }

    private void carryOut(Complaint complaint, ComplaintState state, ComplaintEffect effect) {
        switch (effect) {
            case ComplaintEffect.Tell(Step step, boolean atOnce) -> tell(complaint, state, step, atOnce);
            case ComplaintEffect.TellOwner(var owner) ->
                roster().find(owner).ifPresent(person -> turn.letters().complaint(complaint, state, false, person));
            case ComplaintEffect.AskForWord() ->
                owner(state)
                        .map(List::of)
                        .orElseGet(() -> roster().all(StaffMember.Role.SUPERVISOR))
                        .forEach(person -> turn.letters().complaint(complaint, state, false, person));
            case ComplaintEffect.ResolveTicket(var by) ->
                ticket(complaint.ticket(), new TicketEvent.Resolved(by, "complaint " + complaint.id() + " settled"));
        }
    }

    private void tell(Complaint complaint, ComplaintState state, Step step, boolean atOnce) {
        List<StaffMember> people = Stream.concat(people(step).stream(), owner(state).stream())
                .distinct()
                .toList();
        for (Way way : atOnce ? AT_ONCE : step.ways()) {
            switch (way) {
                case SMS -> people.forEach(person -> turn.letters().complaint(complaint, state, atOnce, person));
                case VOICE -> people.forEach(person -> ring(complaint, person));
                case PAGE ->
                    ticket(
                            complaint.ticket(),
                            new TicketEvent.Urged(
                                    people.stream().map(StaffMember::id).toList()));
            }
        }
    }

    /** Nobody is rung for two things at once. */
    private void ring(Complaint complaint, StaffMember person) {
        TicketId ticket = complaint.ticket();
        AttemptId attempt = AttemptId.of(ticket, "complaint/" + person.id().value(), turn.now());
        if (turn.books().engagements().engage(person.id(), ticket, attempt, turn.now())) {
            turn.books()
                    .phoneOrders()
                    .place(new PhoneOrder.AskAboutComplaint(complaint.id(), ticket, attempt, person), turn.now());
        }
    }

    private List<StaffMember> people(Step step) {
        Duty duty = new Duty(roster());
        return duty.somebody(duty.reach(step.target(), turn.now()));
    }

    private Optional<StaffMember> owner(ComplaintState state) {
        return Optional.ofNullable(state.course().owner()).flatMap(roster()::find);
    }

    private void ticket(TicketId id, TicketEvent event) {
        turn.books().tickets().find(id).ifPresent(ticket -> turn.ticket(ticket, event));
    }

    private Roster roster() {
        return turn.books().rosters().current();
    }
}
