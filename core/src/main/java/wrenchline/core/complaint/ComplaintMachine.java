package wrenchline.core.complaint;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.complaint.ComplaintState.Answered;
import wrenchline.core.complaint.ComplaintState.Open;
import wrenchline.core.complaint.ComplaintState.Settled;
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
        return switch (event) {
            case ComplaintEvent.ClockRead() -> read(facts, state, now);
            case ComplaintEvent.Noted _ -> to(state);
            case ComplaintEvent.Flagged(var unused, Flag flag, var why) -> flagged(facts, state, flag, now);
            case ComplaintEvent.Raised(var unused, int step, var why) ->
                state.over()
                        ? ignore("it is settled")
                        : step < state.step()
                                ? ignore("they were told already")
                                : tell(facts, state.course(), step, since(state), now, true);
            case ComplaintEvent.Given(var unused, var owner) ->
                state.over()
                        ? ignore("it is settled")
                        : to(with(state, state.course().ownedBy(owner)), new ComplaintEffect.TellOwner(owner));
            case ComplaintEvent.Answered _ ->
                state.over()
                        ? ignore("it is settled")
                        : to(new Answered(
                                state.course(),
                                state.step(),
                                now,
                                now.plus(facts.rules().again())));
            case ComplaintEvent.Objected _ -> objected(facts, state, now);
            case ComplaintEvent.Settled(var by) ->
                switch (state) {
                    case Answered answered ->
                        to(new Settled(answered.course(), answered.step(), now), new ComplaintEffect.ResolveTicket(by));
                    case Open _ -> ignore("nobody has answered it");
                    case Settled _ -> ignore("it is settled already");
                };
        };
    }

    private static Transition<ComplaintState, ComplaintEffect> read(
            Complaint facts, ComplaintState state, Instant now) {
        return switch (state) {
            case Open open ->
                now.isBefore(open.next())
                        ? ignore("not due yet")
                        : tell(facts, open.course(), open.step(), open.since(), now, false);
            case Answered answered ->
                now.isBefore(answered.next())
                        ? ignore("not due yet")
                        : to(
                                new Answered(
                                        answered.course(),
                                        answered.step(),
                                        answered.at(),
                                        now.plus(facts.rules().again())),
                                new ComplaintEffect.AskForWord());
            case Settled _ -> ignore("it is settled");
        };
    }

    private static Transition<ComplaintState, ComplaintEffect> flagged(
            Complaint facts, ComplaintState state, Flag flag, Instant now) {
        if (state.over()) {
            return ignore("it is settled");
        }
        if (state.course().flags().contains(flag)) {
            return ignore("it is flagged so already");
        }
        int step = flag.special() ? facts.rules().top() : state.step();
        return tell(facts, state.course().flagged(flag), step, since(state), now, true);
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

    private static Instant since(ComplaintState state) {
        return switch (state) {
            case Open open -> open.since();
            case Answered answered -> answered.at();
            case Settled settled -> settled.at();
        };
    }

    private static ComplaintState with(ComplaintState state, Course course) {
        return switch (state) {
            case Open(var unused, int step, Instant since, Instant next) -> new Open(course, step, since, next);
            case Answered(var unused, int step, Instant at, Instant next) -> new Answered(course, step, at, next);
            case Settled(var unused, int step, Instant at) -> new Settled(course, step, at);
        };
    }
}
