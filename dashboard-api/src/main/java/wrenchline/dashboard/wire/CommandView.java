package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandState;
import wrenchline.core.transition.Tracked;

/** A command to a device: its facts, and the state it is in. */
public record CommandView(@JsonUnwrapped Command facts, CommandState state) {

    public static CommandView of(Tracked<Command, CommandState> tracked) {
        return new CommandView(tracked.facts(), tracked.state());
    }
}
