package wrenchline.gateway.intake;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;

/**
 * Something of each of the machines that were heard last, so that invented names never fill the memory. When there are too many, one goes
 * that was not asked for since it was last looked at. To ask writes one flag: a list in the order of use would be written to in five places,
 * and with ten thousand machines the garbage collector then has more to do than all detectors. Owned by one thread.
 *
 * @param <V> what is held of a machine
 */
public final class LastHeard<V> {

    private final int most;
    private final Map<EquipmentId, Held<V>> held = new LinkedHashMap<>();

    private static final class Held<V> {
        private final V value;
        private boolean used;

        Held(V value, boolean used) {
            this.value = value;
            this.used = used;
        }
    }

    /** @param most machines, before any is {@link #overdue} */
    public LastHeard(int most) {
        this.most = most;
    }

    /** What is held of {@code machine}; null when that is nothing. */
    public @Nullable V get(EquipmentId machine) {
        Held<V> found = held.get(machine);
        if (found == null) {
            return null;
        }
        found.used = true;
        return found.value;
    }

    public boolean has(EquipmentId machine) {
        return held.containsKey(machine);
    }

    public void put(EquipmentId machine, V value) {
        held.put(machine, new Held<>(value, true));
    }

    /** What is held of the machine that is to go next, already taken out; empty while there are not too many. */
    public Optional<V> overdue() {
        while (held.size() > most) {
            Iterator<Map.Entry<EquipmentId, Held<V>>> first = held.entrySet().iterator();
            Map.Entry<EquipmentId, Held<V>> eldest = first.next();
            first.remove();
            if (!eldest.getValue().used) {
                return Optional.of(eldest.getValue().value);
            }
            held.put(eldest.getKey(), new Held<>(eldest.getValue().value, false));
        }
        return Optional.empty();
    }

    /** Of all machines. */
    public Iterable<V> all() {
        return () -> held.values().stream().map(one -> one.value).iterator();
    }
}
