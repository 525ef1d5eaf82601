package wrenchline.gateway.modbus;

import wrenchline.config.RegisterMap;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus.ModbusTcp;

/** A machine that is asked for its readings. */
public record Polled(EquipmentId equipment, ModbusTcp address, RegisterMap map) {}
