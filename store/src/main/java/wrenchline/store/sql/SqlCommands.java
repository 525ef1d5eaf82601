package wrenchline.store.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.Commands;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;

/** The book of commands in PostgreSQL. */
final class SqlCommands extends SqlBook<CommandId, Command, CommandState, CommandEvent> implements Commands {

    SqlCommands(Handle handle, Journal journal) {
        super(BookTable.COMMANDS, handle, journal);
    }

    @Override
    public Optional<Tracked<Command, CommandState>> withKey(EquipmentId equipment, String key) {
        // Held until the command is entered: of two that are asked for at once, the later sees the earlier.
        Locks.hold(handle(), "command/" + equipment);
        return one(select("where equipment = :equipment and key = :key")
                .bind("equipment", equipment.value())
                .bind("key", key));
    }

    @Override
    public List<Tracked<Command, CommandState>> open(EquipmentId equipment) {
        return many(select("where equipment = :equipment and not over order by opened_at, id for update")
                .bind("equipment", equipment.value()));
    }

    @Override
    public List<Tracked<Command, CommandState>> newest(EquipmentId equipment, int atMost) {
        return many(select("where equipment = :equipment order by opened_at desc, id limit :most")
                .bind("equipment", equipment.value())
                .bind("most", atMost));
    }
}
