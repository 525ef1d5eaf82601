package wrenchline.core.command;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Duration;
import java.time.Instant;
import wrenchline.core.command.CommandState.Acknowledged;
import wrenchline.core.command.CommandState.Cancelled;
import wrenchline.core.command.CommandState.Expired;
import wrenchline.core.command.CommandState.Queued;
import wrenchline.core.command.CommandState.Refused;
import wrenchline.core.command.CommandState.Sent;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/**
 * How a command moves: sent again until the device answers or its time is over. The device's first answer is the truth of what it
 * did, so it counts even when it comes after the end.
 */
public final class CommandMachine implements StateMachine<Command, CommandState, CommandEvent, CommandEffect> {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 10;

    @Override
    public CommandState initial(Command facts) {
        return new Queued(facts.created(), 0);
    }

    @Override
    public Transition<CommandState, CommandEffect> on(
            Command facts, CommandState state, CommandEvent event, Instant now) {
        return switch (event) {
            case CommandEvent.Tried() -> tried(facts, state, now);
            case CommandEvent.Away(int tries) -> away(facts, state, tries);
            case CommandEvent.Delivered() ->
                state instanceof Queued(Instant next, int tries)
                        ? to(new Sent(now, next, tries))
                        : ignore("not waiting to be confirmed");
            case CommandEvent.Acknowledged() -> answered(state, new Acknowledged(now));
            case CommandEvent.Refused(String reason) -> answered(state, new Refused(now, reason));
            case CommandEvent.ClockRead() -> clockRead(facts, state, now);
            case CommandEvent.Cancelled(var by) ->
                state instanceof Queued ? to(new Cancelled(now, by)) : ignore(whyNotCancelled(state));
            case CommandEvent.Replaced(var unused, var by) ->
                state.over() ? ignore("already over") : to(new Cancelled(now, by));
        };
    }

    private static Transition<CommandState, CommandEffect> tried(Command facts, CommandState state, Instant now) {
        if (!now.isBefore(facts.expires())) {
            return ignore("its time is over");
        }
        return switch (state) {
            case Queued(var unused, int tries) ->
                to(new Queued(next(facts, tries, now), tries + 1), new CommandEffect.Deliver(tries + 1));
            case Sent(Instant at, var unused, int tries) ->
                to(new Sent(at, next(facts, tries, now), tries + 1), new CommandEffect.Deliver(tries + 1));
            case Acknowledged _, Refused _, Expired _, Cancelled _ -> ignore("already over");
        };
    }

    /** When to try again after the try that follows {@code tries} others; not beyond the end. */
    private static Instant next(Command facts, int tries, Instant now) {
        Instant next = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
        return next.isBefore(facts.expires()) ? next : facts.expires();
    }

    /** Tried again when the device comes back. A word about an older try changes nothing. */
    private static Transition<CommandState, CommandEffect> away(Command facts, CommandState state, int tried) {
        return switch (state) {
            case Queued(var unused, int tries) when tries == tried -> to(new Queued(facts.expires(), tries));
            case Sent(Instant at, var unused, int tries)
            when tries == tried -> to(new Sent(at, facts.expires(), tries));
            case Queued _, Sent _ -> ignore("tried again meanwhile");
            case Acknowledged _, Refused _, Expired _, Cancelled _ -> ignore("already over");
        };
    }

    private static Transition<CommandState, CommandEffect> answered(CommandState state, CommandState answer) {
        return switch (state) {
            case Queued _, Sent _, Expired _, Cancelled _ -> to(answer);
            case Acknowledged _, Refused _ -> ignore("already answered");
        };
    }

    private static Transition<CommandState, CommandEffect> clockRead(Command facts, CommandState state, Instant now) {
        if (state.over()) {
            return ignore("already over");
        }
        return now.isBefore(facts.expires()) ? ignore("not due yet") : to(new Expired(now));
    }

    private static String whyNotCancelled(CommandState state) {
        return state instanceof Sent ? "the device has it already" : "already over";
    }
}
