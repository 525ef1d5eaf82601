package wrenchline.dashboard.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.Commands;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;

/** The commands in memory. */
public final class MemoryCommands extends MemoryBook<CommandId, Command, CommandState, CommandEvent>
        implements Commands {

    MemoryCommands(MemoryChanges changes) {
        super("command", Command::id, changes);
    }

    @Override
    public Optional<Tracked<Command, CommandState>> withKey(EquipmentId equipment, String key) {
        return newest(equipment, Integer.MAX_VALUE).stream()
                .filter(command -> command.facts().key().equals(key))
                .findFirst();
    }

    @Override
    public List<Tracked<Command, CommandState>> open(EquipmentId equipment) {
        return newest(equipment, Integer.MAX_VALUE).reversed().stream()
                .filter(command -> !command.state().over())
                .toList();
    }

    @Override
    public List<Tracked<Command, CommandState>> newest(EquipmentId equipment, int atMost) {
        return newestFirst(Comparator.comparing(Command::created)).stream()
                .filter(command -> command.facts().equipment().equals(equipment))
                .limit(atMost)
                .toList();
    }
}
