package wrenchline.gateway.modbus;

import java.nio.ByteBuffer;
import wrenchline.config.Register;
import wrenchline.config.Register.WordOrder;

/** Reads values out of what a block was answered. */
final class Words {

    private Words() {}

    /** The value of {@code register} in its metric's unit; NaN or infinite where the controller says so. */
    static double value(Register register, Block block, byte[] answer) {
        int place = register.address() - block.address();
        double raw = block.table().isOfBits()
                ? answer[place / 8] >> place % 8 & 1
                : number(register, ordered(register, answer, 2 * place));
        return raw * register.scale() + register.offset();
    }

    private static double number(Register register, ByteBuffer words) {
        return switch (register.type()) {
            case BIT -> words.getShort() >> register.bit() & 1;
            case INT16 -> words.getShort();
            case UINT16 -> Short.toUnsignedInt(words.getShort());
            case INT32 -> words.getInt();
            case UINT32 -> Integer.toUnsignedLong(words.getInt());
            case FLOAT32 -> words.getFloat();
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
