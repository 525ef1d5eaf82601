package wrenchline.core.complaint;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.complaint.ComplaintState.Answered;
import wrenchline.core.complaint.ComplaintState.Open;
import wrenchline.core.complaint.ComplaintState.Settled;
import wrenchline.core.complaint.ComplaintState.Unsettled;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a complaint moves: up the ladder until it is answered, and it is over only when its customer is content. */
public final class ComplaintMachine
        implements StateMachine<Complaint, ComplaintState, ComplaintEvent, ComplaintEffect> {

    @Override
    public ComplaintState initial(Complaint facts) {
        return climb(facts, Course.NEW, 0, facts.received(), facts.received());
    }

    @Override
    public Transition<ComplaintState, ComplaintEffect> on(
            Complaint facts, ComplaintState state, ComplaintEvent event, Instant now) {
        return switch (state) {
            case Unsettled unsettled -> unsettled(facts, unsettled, event, now);
            case Settled settled -> settled(facts, settled, event, now);
        };
    }

    private static Transition<ComplaintState, ComplaintEffect> unsettled(
            Complaint facts, Unsettled state, ComplaintEvent event, Instant now) {
        return switch (event) {
            case ComplaintEvent.ClockRead() ->
                now.isBefore(state.next()) ? ignore("not due yet") : due(facts, state, now);
            case ComplaintEvent.Noted _ -> to(state);
            case ComplaintEvent.Flagged(var unused, Flag flag, var why) -> flagged(facts, state, flag, now);
            case ComplaintEvent.Raised(var unused, int step, var why) ->
                step < state.step()
                        ? ignore("they were told already")
                        : tell(facts, state.course(), step, state.since(), now, true);
            case ComplaintEvent.Given(var unused, var owner) ->
                to(state.with(state.course().ownedBy(owner)), new ComplaintEffect.TellOwner(owner));
            case ComplaintEvent.Answered _ -> to(answered(facts, state, now, now));
            case ComplaintEvent.Objected _ -> objected(facts, state, now);
            case ComplaintEvent.Settled(var by) ->
                switch (state) {
                    case Answered answered ->
                        to(new Settled(answered.course(), answered.step(), now), new ComplaintEffect.ResolveTicket(by));
                    case Open _ -> ignore("nobody has answered it");
                };
        };
    }

    private static Transition<ComplaintState, ComplaintEffect> settled(
            Complaint facts, Settled state, ComplaintEvent event, Instant now) {
        return switch (event) {
            case ComplaintEvent.Noted _ -> to(state);
            case ComplaintEvent.Objected _ -> objected(facts, state, now);
            case ComplaintEvent.Settled _ -> ignore("it is settled already");
            case ComplaintEvent.ClockRead _,
                    ComplaintEvent.Flagged _,
                    ComplaintEvent.Raised _,
                    ComplaintEvent.Given _,
                    ComplaintEvent.Answered _ -> ignore("it is settled");
        };
    }

    private static Transition<ComplaintState, ComplaintEffect> due(Complaint facts, Unsettled state, Instant now) {
        return switch (state) {
            case Open open -> tell(facts, open.course(), open.step(), open.since(), now, false);
            case Answered answered ->
                to(answered(facts, answered, answered.at(), now), new ComplaintEffect.AskForWord());
        };
    }

    private static Transition<ComplaintState, ComplaintEffect> flagged(
            Complaint facts, Unsettled state, Flag flag, Instant now) {
        if (state.course().flags().contains(flag)) {
            return ignore("it is flagged so already");
        }
        int step = flag.special() ? facts.rules().top() : state.step();
        return tell(facts, state.course().flagged(flag), step, state.since(), now, true);
    }

    /** Answered {@code at} a time; the customer's word is asked for again from {@code now} on. */
    private static Answered answered(Complaint facts, Unsettled state, Instant at, Instant now) {
        return new Answered(
                state.course(), state.step(), at, now.plus(facts.rules().again()));
    }

    private static Transition<ComplaintState, ComplaintEffect> objected(
            Complaint facts, ComplaintState state, Instant now) {
        Course course = state.course().objected();
        return course.objections() < facts.rules().objections()
                ? to(climb(facts, course, state.step(), now, now))
                : tell(facts, course, state.step(), now, now, true);
    }

    /** Takes {@code step}, or the last one where there is no such; then waits for the one after it. */
    private static Transition<ComplaintState, ComplaintEffect> tell(
            Complaint facts, Course course, int step, Instant since, Instant now, boolean atOnce) {
        return to(
                climb(facts, course, step + 1, since, now),
                new ComplaintEffect.Tell(facts.rules().step(step), atOnce));
    }

    /** Waits for {@code step}; after the last one it is the last again. */
    private static Open climb(Complaint facts, Course course, int step, Instant since, Instant now) {
        ComplaintRules rules = facts.rules();
        Instant next = step <= rules.top() ? since.plus(rules.step(step).after()) : now.plus(rules.again());
        return new Open(course, Math.min(step, rules.top() + 1), since, next);
    }
}
