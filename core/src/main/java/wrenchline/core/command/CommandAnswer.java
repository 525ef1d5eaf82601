package wrenchline.core.command;

import wrenchline.core.equipment.EquipmentId;

/**
 * What a device says of a command (指令应答).
 *
 * @param ok whether it did it
 * @param reason why not
 */
public record CommandAnswer(EquipmentId equipment, CommandId command, boolean ok, String reason) {}
