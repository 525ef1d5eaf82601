package wrenchline.core.command;

import java.util.List;
import java.util.Optional;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The book of commands: with its events also the record of who wanted what, and what came of it (指令审计). */
public interface Commands extends Book<CommandId, Command, CommandState, CommandEvent> {

    /** The command of {@code equipment} that was asked for with {@code key}. */
    Optional<Tracked<Command, CommandState>> withKey(EquipmentId equipment, String key);

    /** Those of {@code equipment} that are not over, locked, oldest first. */
    List<Tracked<Command, CommandState>> open(EquipmentId equipment);

    /** The newest of {@code equipment}, at most {@code atMost}. */
    List<Tracked<Command, CommandState>> newest(EquipmentId equipment, int atMost);
}
