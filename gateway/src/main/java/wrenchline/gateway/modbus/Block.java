package wrenchline.gateway.modbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wrenchline.config.Register;
import wrenchline.config.Register.Table;

/**
 * Adjacent registers, or bits, that one request reads. Never reads what is between them: an address that a controller does not have
 * makes it refuse all of them.
 *
 * @param count of registers or bits
 */
record Block(Table table, int address, int count) {

    /** What fits into an answer of 253 bytes. */
    private static final int MOST_REGISTERS = 125;

    private static final int MOST_BITS = 2000;

    /** As few requests as possible for {@code registers}, none of which is cut in two. */
    static List<Block> of(List<Register> registers) {
        List<Block> blocks = new ArrayList<>();
        for (Register next : registers.stream()
                .sorted(Comparator.comparing(Register::table).thenComparingInt(Register::address))
                .toList()) {
            if (blocks.isEmpty() || !blocks.getLast().takes(next)) {
                blocks.add(new Block(next.table(), next.address(), next.type().words()));
            } else {
                blocks.add(blocks.removeLast().with(next));
            }
        }
        return blocks;
    }

    boolean holds(Register register) {
        return table == register.table()
                && address <= register.address()
                && register.address() + register.type().words() <= end();
    }

    /** The length of what it is answered. */
    int bytes() {
        return table.isOfBits() ? (count + 7) / 8 : 2 * count;
    }

    private int end() {
        return address + count;
    }

    private boolean takes(Register next) {
        return table == next.table()
                && next.address() <= end()
                && with(next).count <= (table.isOfBits() ? MOST_BITS : MOST_REGISTERS);
    }

    private Block with(Register next) {
        return new Block(
                table, address, Math.max(end(), next.address() + next.type().words()) - address);
    }
}
