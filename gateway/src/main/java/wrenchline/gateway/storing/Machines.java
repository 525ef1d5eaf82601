package wrenchline.gateway.storing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Standing;
import wrenchline.gateway.intake.LastHeard;

/**
 * The machines that were heard last. Others are fetched from the books when they are heard again, so that invented names fill a
 * table and never the memory.
 */
final class Machines {

    private static final int MOST = 20_000;

    private final Function<Collection<EquipmentId>, List<Standing>> books;
    private final LastHeard<Machine> known = new LastHeard<>(MOST);

    Machines(Function<Collection<EquipmentId>, List<Standing>> books) {
        this.books = books;
    }

    /** Makes sure that {@code wanted} are known. */
    void fetch(Collection<EquipmentId> wanted) {
        Set<EquipmentId> missing = new HashSet<>(wanted);
        missing.removeIf(known::has);
        if (missing.isEmpty()) {
            return;
        }
        for (Standing standing : books.apply(missing)) {
            known.put(standing.equipment(), new Machine(standing));
            missing.remove(standing.equipment());
        }
        missing.forEach(unheard -> known.put(unheard, new Machine(Standing.none(unheard))));
    }

    /** One that was fetched. */
    Machine get(EquipmentId machine) {
        return Objects.requireNonNull(known.get(machine));
    }

    /** Forgets those not heard for long. Only when all that was counted is in the books. */
    void trim() {
        while (known.overdue().isPresent()) {
            // Gone, and so may be the next.
        }
    }
}
