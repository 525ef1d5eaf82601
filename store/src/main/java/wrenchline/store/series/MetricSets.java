package wrenchline.store.series;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The sets of metrics that readings came with. */
final class MetricSets {

    /** Between the names of metrics; a control character, which no metric's name holds. */
    private static final String BETWEEN = "\u001f";

    private final Map<Set<String>, MetricSet> byNames = new ConcurrentHashMap<>();
    private final Map<String, MetricSet> bySymbol = new ConcurrentHashMap<>();

    /** The set with these names. */
    MetricSet of(Set<String> names) {
        MetricSet known = byNames.get(names);
        return known == null ? enter(names.stream().sorted().toList()) : known;
    }

    /** The set that was written as {@code symbol}. */
    MetricSet of(String symbol) {
        MetricSet known = bySymbol.get(symbol);
        return known == null ? enter(Arrays.asList(symbol.split(BETWEEN, -1))) : known;
    }

    private MetricSet enter(List<String> sorted) {
        MetricSet set = new MetricSet(List.copyOf(sorted), String.join(BETWEEN, sorted));
        byNames.put(Set.copyOf(sorted), set);
        bySymbol.put(set.symbol(), set);
        return set;
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
}
