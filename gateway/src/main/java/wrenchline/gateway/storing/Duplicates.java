package wrenchline.gateway.storing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/**
 * Tells what came before from what is new (重复识别), for the readings of one batch. Those of the last while are known by their keys;
 * for older ones the history is asked, once for all of a batch. Entries of the log are seen again after a crash: what the history
 * has under the same number is not a duplicate, but the same reading on its second way.
 */
final class Duplicates {

    private final Function<Collection<Reading>, Map<Reading, Long>> history;
    private final Map<Reading, Long> found = new HashMap<>();

    /** @param history which readings it has, with their numbers */
    Duplicates(Function<Collection<Reading>, Map<Reading, Long>> history) {
        this.history = history;
    }

    /**
     * A batch begins; {@code readings} are those of it. The keys of their machines must not be trimmed before it ends: what became
     * doubtful within the batch would have to be looked up in a history that does not have it yet.
     */
    void begin(List<Taken> readings, Machines machines) {
        found.clear();
        List<Reading> doubtful = new ArrayList<>();
        for (Taken one : readings) {
            Reading reading = one.reading();
            if (isDoubtful(reading, machines.get(reading.equipment()))) {
                doubtful.add(reading);
            }
        }
        if (!doubtful.isEmpty()) {
            found.putAll(history.apply(doubtful));
        }
    }

    private static boolean isDoubtful(Reading reading, Machine machine) {
        return Micros.of(reading.at()) <= machine.keys().knowsAfter();
    }

    /**
     * Whether {@code one} came before; if not, it has come now.
     *
     * @param replay whether it came out of quarantine
     */
    boolean isDuplicate(Taken one, boolean replay, Machine machine) {
        return isInHistory(one, machine) || !machine.takes(one.reading(), replay);
    }

    private boolean isInHistory(Taken one, Machine machine) {
        return isDoubtful(one.reading(), machine) && found.getOrDefault(one.reading(), Long.MAX_VALUE) < one.intake();
    }
}
