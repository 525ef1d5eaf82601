package wrenchline.gateway.modbus;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import wrenchline.config.Register;
import wrenchline.config.Register.Table;
import wrenchline.config.Register.WordOrder;
import wrenchline.config.RegisterMap;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus.ModbusTcp;

/** A controller with one register of each kind. */
final class SampleRegisters {

    static final Duration EVERY = Duration.ofMillis(20);

    static final RegisterMap MAP = new RegisterMap(
            EVERY,
            List.of(
                    new Register("oil_temp", Table.HOLDING, 0, Register.Type.INT16, WordOrder.HIGH_FIRST, 0, 0.1, 0),
                    new Register("speed", Table.HOLDING, 1, Register.Type.UINT16, WordOrder.HIGH_FIRST, 0, 1, -100),
                    new Register("position", Table.HOLDING, 2, Register.Type.INT32, WordOrder.HIGH_FIRST, 0, 1, 0),
                    new Register("cycles", Table.HOLDING, 4, Register.Type.UINT32, WordOrder.LOW_FIRST, 0, 1, 0),
                    new Register("pressure", Table.HOLDING, 6, Register.Type.FLOAT32, WordOrder.LOW_FIRST, 0, 1, 0),
                    new Register("energy", Table.HOLDING, 8, Register.Type.FLOAT64, WordOrder.HIGH_FIRST, 0, 1, 0),
                    new Register("door", Table.HOLDING, 12, Register.Type.BIT, WordOrder.HIGH_FIRST, 3, 1, 0),
                    new Register("flow", Table.INPUT, 5, Register.Type.UINT16, WordOrder.HIGH_FIRST, 0, 0.5, 0),
                    new Register("running", Table.COIL, 9, Register.Type.BIT, WordOrder.HIGH_FIRST, 0, 1, 0),
                    new Register("alarm", Table.DISCRETE, 2, Register.Type.BIT, WordOrder.HIGH_FIRST, 0, 1, 0)));

    static final Map<String, Double> VALUES = Map.of(
            "oil_temp", -1.5,
            "speed", 64_900.0,
            "position", -70_000.0,
            "cycles", 4_000_000_000.0,
            "pressure", 181.25,
            "energy", 1234.0625,
            "door", 1.0,
            "flow", 21.5,
            "running", 1.0,
            "alarm", 1.0);

    private SampleRegisters() {}

    /** The holding registers from 0 on that say {@link #VALUES}. */
    static byte[] holding() {
        int cycles = (int) 4_000_000_000L;
        int pressure = Float.floatToIntBits(181.25f);
        return ByteBuffer.allocate(2 * 13)
                .putShort((short) -15)
                .putShort((short) 65_000)
                .putInt(-70_000)
                .putInt(Integer.rotateLeft(cycles, 16))
                .putInt(Integer.rotateLeft(pressure, 16))
                .putDouble(1234.0625)
                .putShort((short) 0b1000)
                .array();
    }

    static Polled at(String equipment, int port, RegisterMap map) {
        return new Polled(new EquipmentId(equipment), new ModbusTcp("127.0.0.1", port, 7), map);
    }
}
