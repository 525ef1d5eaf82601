package wrenchline.dashboard.prometheus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Readings;

/**
 * The metrics of all machines as series with labels: {@code equipment}, {@code model}, {@code customer}, and {@code stat}, which is
 * {@code mean}, {@code min} or {@code max} of what was measured in a step.
 */
public final class Series {

    /** More series than that are not drawn at once. */
    static final int MOST = 100;

    private static final Map<String, ToDoubleFunction<Point>> STATS =
            Map.of("mean", Point::mean, "min", Point::min, "max", Point::max);

    private final Readings readings;
    private final Function<EquipmentId, Optional<Equipment>> register;

    public Series(Readings readings, Function<EquipmentId, Optional<Equipment>> register) {
        this.readings = readings;
        this.register = register;
    }

    private record One(Map<String, String> labels, Latest latest) {}

    /** The labels of the series that are asked for. */
    public List<Map<String, String>> labels(Selector selector) {
        return matching(selector).stream().map(One::labels).toList();
    }

    /** One series of an answer; {@code values} are pairs of seconds since the epoch and a number as text. */
    public record Drawn(Map<String, String> metric, List<List<Object>> values) {}

    /** What was measured from {@code from} to {@code to}, one value at most for each step. */
    public List<Drawn> range(Selector selector, Instant from, Instant to, int steps) {
        return matching(selector).stream()
                .limit(MOST)
                .map(one -> new Drawn(one.labels(), values(one, from, to, steps)))
                .toList();
    }

    private List<List<Object>> values(One one, Instant from, Instant to, int steps) {
        ToDoubleFunction<Point> stat = STATS.getOrDefault(one.labels().getOrDefault("stat", ""), Point::mean);
        Latest latest = one.latest();
        return readings.history(latest.equipment(), latest.metric(), from, to, steps).stream()
                .map(point -> pair(point.at(), stat.applyAsDouble(point)))
                .toList();
    }

    /** One value of an answer. */
    public record Now(Map<String, String> metric, List<Object> value) {}

    /** The newest values. */
    public List<Now> newest(Selector selector) {
        return matching(selector).stream()
                .map(one -> new Now(
                        one.labels(), pair(one.latest().at(), one.latest().value())))
                .toList();
    }

    private static List<Object> pair(Instant at, double value) {
        return List.of(at.toEpochMilli() / 1e3, Double.toString(value));
    }

    private List<One> matching(Selector selector) {
        List<One> all = new ArrayList<>();
        for (Latest latest : readings.latest()) {
            for (String stat : List.of("mean", "min", "max")) {
                Map<String, String> labels = labels(latest, stat);
                if (selector.fits(labels)) {
                    all.add(new One(labels, latest));
                }
            }
        }
        return all;
    }

    private Map<String, String> labels(Latest latest, String stat) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("__name__", name(latest.metric()));
        labels.put("equipment", latest.equipment().value());
        labels.put("stat", stat);
        register.apply(latest.equipment()).ifPresent(machine -> {
            labels.put("model", machine.model());
            labels.put("customer", machine.customer().value());
        });
        return labels;
    }

    /** What Prometheus allows in a name. */
    private static String name(String metric) {
        String name = metric.replaceAll("[^a-zA-Z0-9_:]", "_");
        return !name.isEmpty() && Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
