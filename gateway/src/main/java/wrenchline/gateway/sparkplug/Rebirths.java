package wrenchline.gateway.sparkplug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.payload.Decoded;

/** Births that a person asked for: the birth is the answer, as Sparkplug knows no other. */
final class Rebirths {

    private static final int MOST_BORN = 20_000;

    private final Map<EquipmentId, CommandId> asked = new HashMap<>();
    private Set<EquipmentId> born = new HashSet<>();

    /** The next birth of {@code equipment} is the answer to {@code command}. */
    void ask(EquipmentId equipment, CommandId command) {
        asked.put(equipment, command);
    }

    /** {@code parts} of a message, with the answers that they are. */
    List<Decoded> answered(List<Decoded> parts) {
        List<Decoded> all = new ArrayList<>(parts);
        for (Decoded part : parts) {
            if (part instanceof Decoded.Status(var status) && status.online()) {
                if (born.size() < MOST_BORN) {
                    born.add(status.equipment());
                }
                CommandId command = asked.remove(status.equipment());
                if (command != null) {
                    all.add(new Decoded.Answer(new CommandAnswer(status.equipment(), command, true, "")));
                }
            }
        }
        return all;
    }

    /** Those that were born since this was asked last. */
    Set<EquipmentId> born() {
        Set<EquipmentId> since = born;
        born = new HashSet<>();
        return since;
    }
}
