package wrenchline.core.desk;

import wrenchline.core.command.Command;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandMachine;
import wrenchline.core.command.CommandState;
import wrenchline.core.transition.Tracked;

/** Enters commands, and calls back those that would undo them. */
record Ordering(Turn turn) {

    private static final CommandMachine MACHINE = new CommandMachine();

    /** Enters {@code command}, unless one with its key is there; returns the one that is there then. */
    Tracked<Command, CommandState> enter(Command command) {
        var known = turn.books().commands().withKey(command.equipment(), command.key());
        if (known.isPresent()) {
            return known.get();
        }
        for (var older : turn.books().commands().open(command.equipment())) {
            if (command.order().replaces(older.facts().order())) {
                CommandEvent event = new CommandEvent.Replaced(command.id(), command.by());
                Move.apply(MACHINE, turn.books().commands(), older, event, turn.now());
            }
        }
        CommandState initial = MACHINE.initial(command);
        turn.books().commands().open(command, initial, turn.now());
        return new Tracked<>(command, initial, 0);
    }
}
