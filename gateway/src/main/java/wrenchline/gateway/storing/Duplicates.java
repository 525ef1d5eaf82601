package wrenchline.gateway.storing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/**
 * Tells what came before from what is new (重复识别), for the readings of one batch. A reading newer than all before it is new; one
 * of the last is known by its key; for any other the history is asked, for all of a batch at once. Entries of the log are seen again
 * after a crash: what the history has under the same number is not a duplicate, but the same reading on its second way.
 */
final class Duplicates {

    private record Key(EquipmentId equipment, long at, long digest) {}

    private final Function<Collection<Reading>, Map<Reading, Long>> history;
    private final Set<Reading> asked = new HashSet<>();
    private final Map<Reading, Long> found = new HashMap<>();
    private final Set<Key> taken = new HashSet<>();

    /** @param history which readings it has, with their numbers */
    Duplicates(Function<Collection<Reading>, Map<Reading, Long>> history) {
        this.history = history;
    }

    /** A batch begins; {@code readings} are those of it. */
    void begin(List<Taken> readings, Machines machines) {
        asked.clear();
        found.clear();
        taken.clear();
        List<Reading> doubtful = new ArrayList<>();
        for (Taken one : readings) {
            Reading reading = one.reading();
            Machine machine = machines.get(reading.equipment());
            if (Times.micros(reading.at()) <= machine.keys().knowsAfter()) {
                doubtful.add(reading);
            }
        }
        ask(doubtful);
    }

    private void ask(List<Reading> doubtful) {
        if (!doubtful.isEmpty()) {
            asked.addAll(doubtful);
            found.putAll(history.apply(doubtful));
        }
    }

    /**
     * Whether {@code one} came before; if not, it has come now.
     *
     * @param writeSoFar brings what was found new so far into the history, which then can be asked for it
     */
    boolean isDuplicate(Taken one, Machine machine, Runnable writeSoFar) {
        Reading reading = one.reading();
        long at = Times.micros(reading.at());
        long digest = reading.digest();
        boolean newest = reading.at().isAfter(machine.standing().newest());
        if (!newest && (machine.keys().holds(at, digest) || isInHistory(one, machine, at, digest, writeSoFar))) {
            return true;
        }
        machine.took(reading, at, digest);
        return false;
    }

    private boolean isInHistory(Taken one, Machine machine, long at, long digest, Runnable writeSoFar) {
        if (at > machine.keys().knowsAfter()) {
            return false;
        }
        Reading reading = one.reading();
        if (!asked.contains(reading)) {
            // Became doubtful within the batch, by those of it that came before.
            writeSoFar.run();
            ask(List.of(reading));
        }
        Long number = found.get(reading);
        if (number != null && number < one.intake()) {
            return true;
        }
        return !taken.add(new Key(reading.equipment(), at, digest));
    }
}
