package wrenchline.store.series;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;

/**
 * The sets of metrics that readings are written with. What a history has held is never forgotten, so it is bounded: a machine that
 * comes with ever different sets is given one that holds them all, and one that invents names is refused at last.
 */
final class MetricSets {

    /** Between the names of metrics; a control character, which no metric's name holds. */
    private static final String BETWEEN = "\u001f";

    /** Sets that a machine may bring before what it sends is written in a wider one. */
    private static final int MOST_EXACT = 16;

    /** Characters of names, in all sets that one machine has brought since the start: a thousand names that came one by one. */
    private static final int MOST_OF_ONE = 8 << 20;

    private static final int MOST_OF_ALL = 8 * MOST_OF_ONE;

    private final Map<Set<String>, MetricSet> byNames = new ConcurrentHashMap<>();
    private final Map<String, MetricSet> bySymbol = new ConcurrentHashMap<>();
    private final Map<EquipmentId, Brought> brought = new HashMap<>();
    private long characters;

    /** The set that was written as {@code symbol}. */
    MetricSet of(String symbol) {
        MetricSet known = bySymbol.get(symbol);
        return known == null ? enter(Arrays.asList(symbol.split(BETWEEN, -1))) : known;
    }

    /** The set to write {@code names} of a machine with, which may hold more; empty when there is no room for another. */
    Optional<MetricSet> wideEnough(EquipmentId equipment, Set<String> names) {
        MetricSet exact = byNames.get(names);
        return exact != null
                ? Optional.of(exact)
                : brought.computeIfAbsent(equipment, _ -> new Brought()).wideEnough(names);
    }

    private synchronized MetricSet enter(Collection<String> sorted) {
        MetricSet set = new MetricSet(List.copyOf(sorted), String.join(BETWEEN, sorted));
        if (bySymbol.putIfAbsent(set.symbol(), set) == null) {
            byNames.put(Set.copyOf(sorted), set);
            characters += set.symbol().length();
        }
        return set;
    }

    private synchronized boolean isFull() {
        return characters >= MOST_OF_ALL;
    }

    /** The symbols of the sets that hold {@code metric}, by the place at which they hold it, counted from 1. */
    Map<Integer, List<String>> holding(String metric) {
        Map<Integer, List<String>> symbols = new TreeMap<>();
        for (MetricSet set : bySymbol.values()) {
            int index = set.names().indexOf(metric);
            if (index >= 0) {
                symbols.merge(index + 1, List.of(set.symbol()), MetricSets::joined);
            }
        }
        return symbols;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * @param names sorted; values are kept in this order
     * @param symbol the names as one text
     */
    record MetricSet(List<String> names, String symbol) {}

    /** What one machine brought. */
    private final class Brought {

        private int sets;
        private int length;
        private final TreeSet<String> union = new TreeSet<>();
        private @Nullable MetricSet widest;

        Optional<MetricSet> wideEnough(Set<String> names) {
            if (widest != null && union.containsAll(names)) {
                return Optional.of(widest);
            }
            if (length >= MOST_OF_ONE || isFull()) {
                return Optional.empty();
            }
            union.addAll(names);
            sets++;
            MetricSet entered = enter(sets <= MOST_EXACT ? new TreeSet<>(names) : union);
            widest = sets <= MOST_EXACT ? null : entered;
            length += entered.symbol().length();
            return Optional.of(entered);
        }
    }
}
