package wrenchline.config;

/**
 * Where a controller that speaks Modbus keeps one metric (寄存器).
 *
 * @param address of the first register or bit as it goes over the wire: from 0, without the 40001 or 30001 of some handbooks
 * @param order of the words of values that take several registers
 * @param bit which one counts, 0 the lowest, where a register is read as {@link Type#BIT}
 * @param scale by which what is read is multiplied
 * @param offset which is added after that, in the metric's unit
 */
public record Register(
        String metric, Table table, int address, Type type, WordOrder order, int bit, double scale, double offset) {

    /** The four tables of a controller (数据表), each with its function code. */
    public enum Table {
        /** Function code 1, bits. */
        COIL,
        /** Function code 2, bits. */
        DISCRETE,
        /** Function code 3, registers of 16 bits. */
        HOLDING,
        /** Function code 4, registers of 16 bits. */
        INPUT;

        public boolean isOfBits() {
            return this == COIL || this == DISCRETE;
        }
    }

    /** How the value is written. */
    public enum Type {
        BIT(1),
        INT16(1),
        UINT16(1),
        INT32(2),
        UINT32(2),
        FLOAT32(2),
        FLOAT64(4);

        private final int words;

        Type(int words) {
            this.words = words;
        }

        /** How many registers, or bits, it takes. */
        public int words() {
            return words;
        }
    }

    /** Which word of a value has the lowest address (字序); the bytes within a word are fixed by the protocol. */
    public enum WordOrder {
        HIGH_FIRST,
        LOW_FIRST
    }
}
