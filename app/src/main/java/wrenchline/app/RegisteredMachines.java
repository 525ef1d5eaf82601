package wrenchline.app;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;

/** The machines in the register, at most some seconds old, for those who may not wait for the database. */
final class RegisteredMachines implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Repeating reading;
    private volatile Set<EquipmentId> known;

    RegisteredMachines(Transactions transactions) {
        this.transactions = transactions;
        this.known = read();
        this.reading = Repeating.start("register", PAUSE, () -> known = read());
    }

    boolean contains(EquipmentId equipment) {
        return known.contains(equipment);
    }

    int count() {
        return known.size();
    }

    private Set<EquipmentId> read() {
        return transactions.call(books ->
                books.register().equipment().stream().map(Equipment::id).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void close() {
        reading.close();
    }
}
