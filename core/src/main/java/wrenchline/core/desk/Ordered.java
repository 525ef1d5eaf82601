package wrenchline.core.desk;

import wrenchline.core.command.Command;
import wrenchline.core.command.CommandState;
import wrenchline.core.transition.Tracked;

/** What came of asking for a command. */
public sealed interface Ordered {

    /** It is entered, or was when it was asked for with the same key before. */
    record Entered(Tracked<Command, CommandState> command) implements Ordered {}

    /** Its key stands for another command. */
    record KeyTaken(Command other) implements Ordered {}

    /** The machine's model does not allow it. */
    record NotAllowed(String reason) implements Ordered {}

    /** Nobody registered such a machine. */
    record NotRegistered() implements Ordered {}
}
