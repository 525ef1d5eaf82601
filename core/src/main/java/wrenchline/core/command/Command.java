package wrenchline.core.command;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;

/**
 * A command to a device (远程指令).
 *
 * @param key of which one machine has only one command: who asks again with it gets the same command
 * @param by who asked for it
 * @param expires from when on it must not be carried out any more
 */
public record Command(
        CommandId id, String key, EquipmentId equipment, Order order, Actor by, Instant created, Instant expires) {}
