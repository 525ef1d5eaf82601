package wrenchline.gateway.storing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Standing;

/**
 * The machines that were heard last. Others are fetched from the books when they are heard again, so that invented names fill a
 * table and never the memory.
 */
final class Machines {

    private static final int MOST = 20_000;

    private final Function<Collection<EquipmentId>, List<Standing>> books;
    private final Map<EquipmentId, Machine> known = new LinkedHashMap<>(64, 0.75f, true);

    Machines(Function<Collection<EquipmentId>, List<Standing>> books) {
        this.books = books;
    }

    /** Makes sure that {@code wanted} are known. */
    void fetch(Collection<EquipmentId> wanted) {
        Set<EquipmentId> missing = new HashSet<>(wanted);
        missing.removeAll(known.keySet());
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

    /** Forgets those not heard for longest. Only when all that was counted is in the books. */
    void trim() {
        Iterator<EquipmentId> eldest = known.keySet().iterator();
        while (known.size() > MOST) {
            eldest.next();
            eldest.remove();
        }
    }
}
