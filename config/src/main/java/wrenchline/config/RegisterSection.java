package wrenchline.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wrenchline.config.Register.Table;
import wrenchline.config.Register.WordOrder;

/** Reads {@code modbus} of an equipment model. */
final class RegisterSection {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int LAST_ADDRESS = 0xFFFF;

    private RegisterSection() {}

    /** @param metrics those of the model */
    static RegisterMap read(Section section, Set<String> metrics) {
        Duration every = section.duration("every", RegisterMap.NONE.every());
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            section.problem("'modbus.every' must be from 100ms to 1h");
        }
        Set<String> mapped = new HashSet<>();
        List<Register> registers = section.sections("registers", one -> {
            Register register = register(one);
            if (!metrics.contains(register.metric())) {
                one.problem("the model has no metric '" + register.metric() + "'");
            } else if (!mapped.add(register.metric())) {
                one.problem("the metric '" + register.metric() + "' has a register already");
            }
            return register;
        });
        section.close();
        return new RegisterMap(every, registers);
    }

    private static Register register(Section section) {
        String metric = section.text("metric");
        Table table = section.choice("table", Table.class, Table.HOLDING);
        boolean isBit = table.isOfBits() || section.has("bit");
        if (isBit && section.has("type")) {
            section.problem("'type' is of no use for a bit");
        }
        Register.Type type =
                isBit ? Register.Type.BIT : section.choice("type", Register.Type.class, Register.Type.UINT16);
        if (type == Register.Type.BIT && !isBit) {
            section.problem("'bit' is missing: which of the register's bits, 0 to 15");
        }
        return new Register(
                metric,
                table,
                section.integer("address", 0, LAST_ADDRESS + 1 - type.words()),
                type,
                section.has("wordOrder")
                        ? section.choice("wordOrder", WordOrder.class, WordOrder.HIGH_FIRST)
                        : WordOrder.HIGH_FIRST,
                table.isOfBits() ? 0 : section.integer("bit", 0, 15, 0),
                section.has("scale") ? section.number("scale") : 1,
                section.has("offset") ? section.number("offset") : 0);
    }
}
