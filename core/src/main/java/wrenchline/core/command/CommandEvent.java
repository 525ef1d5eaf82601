package wrenchline.core.command;

import wrenchline.core.ticket.Actor;

/** What happens to a command. */
public sealed interface CommandEvent {

    /** It is about to be handed to the device; written before it is done. */
    record Tried() implements CommandEvent {}

    /** At the try of this number the device was away. */
    record Away(int tries) implements CommandEvent {}

    /** The device, or the broker that keeps it for the device, has it. */
    record Delivered() implements CommandEvent {}

    /** The device says that it did it. */
    record Acknowledged() implements CommandEvent {}

    /** The device says that it will not, or it cannot even be told. */
    record Refused(String reason) implements CommandEvent {}

    /** The sweep looked at the clock. */
    record ClockRead() implements CommandEvent {}

    /** Somebody does not want it any more. */
    record Cancelled(Actor by) implements CommandEvent {}

    /** Somebody asked for {@code with}, which this one would undo if it were sent again. */
    record Replaced(CommandId with, Actor by) implements CommandEvent {}
}
