package wrenchline.gateway.modbus;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import wrenchline.config.Register;
import wrenchline.config.Register.WordOrder;
import wrenchline.gateway.payload.Decimal;

/** Reads values out of what a block was answered. */
final class Words {

    private Words() {}

    /** The value of {@code register} in its metric's unit; NaN or infinite where the controller says so. */
    static double value(Register register, Block block, byte[] answer) {
        int place = register.address() - block.address();
        double raw = block.table().isOfBits()
                ? answer[place / 8] >> place % 8 & 1
                : number(register, ordered(register, answer, 2 * place));
        return Double.isFinite(raw) ? scaled(raw, register) : raw;
    }

    /** In decimal, as the map means it: three tenths and not 0.30000000000000004. */
    private static double scaled(double raw, Register register) {
        return BigDecimal.valueOf(raw)
                .multiply(BigDecimal.valueOf(register.scale()))
                .add(BigDecimal.valueOf(register.offset()))
                .doubleValue();
    }

    private static double number(Register register, ByteBuffer words) {
        return switch (register.type()) {
            case BIT -> words.getShort() >> register.bit() & 1;
            case INT16 -> words.getShort();
            case UINT16 -> Short.toUnsignedInt(words.getShort());
            case INT32 -> words.getInt();
            case UINT32 -> Integer.toUnsignedLong(words.getInt());
            case FLOAT32 -> Decimal.of(words.getFloat());
            case FLOAT64 -> words.getDouble();
        };
    }

    /** The words of {@code register}, the highest first. */
    private static ByteBuffer ordered(Register register, byte[] answer, int from) {
        int words = register.type().words();
        ByteBuffer ordered = ByteBuffer.allocate(2 * words);
        for (int word = 0; word < words; word++) {
            int source = register.order() == WordOrder.HIGH_FIRST ? word : words - 1 - word;
            ordered.put(answer, from + 2 * source, 2);
        }
        return ordered.flip();
    }
}
