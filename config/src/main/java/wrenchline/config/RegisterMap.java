package wrenchline.config;

import java.time.Duration;
import java.util.List;

/**
 * What is read from the controllers of an equipment model by Modbus (寄存器表), and how often.
 *
 * @param every pause from the beginning of one poll to that of the next
 */
public record RegisterMap(Duration every, List<Register> registers) {

    /** Of a model whose controllers are not polled. */
    public static final RegisterMap NONE = new RegisterMap(Duration.ofSeconds(5), List.of());

    public RegisterMap {
        registers = List.copyOf(registers);
    }

    public boolean isEmpty() {
        return registers.isEmpty();
    }
}
