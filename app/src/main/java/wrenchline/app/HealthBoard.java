package wrenchline.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import wrenchline.dashboard.http.Health;

/** How the parts are. What takes time is looked at every second; asking is answered from memory. */
final class HealthBoard implements Health {

    private final Map<String, Supplier<Part>> parts = new ConcurrentSkipListMap<>();
    private final Map<String, BooleanSupplier> looks = new ConcurrentHashMap<>();
    private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

    /** A part that knows by itself how it is. */
    void add(String name, Supplier<Part> part) {
        parts.put(name, part);
    }

    /** A part that has to be tried. */
    void watch(String name, boolean essential, BooleanSupplier answers) {
        looks.put(name, answers);
        seen.put(name, true);
        add(
                name,
                () -> seen.getOrDefault(name, false)
                        ? Part.up(name, essential)
                        : Part.down(name, essential, "does not answer"));
    }

    /** Tries all parts that have to be tried. */
    void look() {
        looks.forEach((name, answers) -> seen.put(name, answers.getAsBoolean()));
    }

    @Override
    public List<Part> parts() {
        return parts.values().stream().map(Supplier::get).toList();
    }
}
