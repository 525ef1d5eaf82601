package wrenchline.dashboard.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.dashboard.prometheus.Selector;
import wrenchline.dashboard.prometheus.Series;

/** What stock Grafana asks of a Prometheus, answered from the history. */
final class PrometheusRoutes {

    private static final int MOST_STEPS = 11_000;
    private static final String ALL = "{__name__=~\".+\"}";

    private final Series series;
    private final InstantSource clock;

    PrometheusRoutes(Ports ports) {
        this.clock = ports.desk().clock();
        this.series = new Series(ports.readings(), id -> find(ports, id));
    }

    private static Optional<Equipment> find(Ports ports, EquipmentId id) {
        return ports.desk().transactions().call(books -> books.register().find(id));
    }

    /** The envelope of all answers. */
    record Success(String status, Object data) {}

    record Data(String resultType, Object result) {}

    void mount(Api api) {
        api.on("promRange", request -> over(request, selector -> range(request, selector)));
        api.on("promQuery", request -> over(request, selector -> ok(new Data("vector", series.newest(selector)))));
        api.on("promSeries", request -> over(request, selector -> ok(series.labels(selector))));
        api.on("promLabels", request -> ok(List.of("__name__", "customer", "equipment", "model", "stat")));
        api.on("promValues", request -> over(request, selector -> ok(values(selector, request.path("name")))));
        api.on("promBuild", request -> ok(Map.of("version", "2.40.0", "application", "Wrenchline")));
    }

    private static Answer ok(Object data) {
        return Answer.json(new Success("success", data));
    }

    private static Answer over(Request request, Function<Selector, Answer> answer) {
        String query = request.query("query").or(() -> request.query("match[]")).orElse(ALL);
        return switch (Selector.parse(query)) {
            case Selector.Parsed.Ok(Selector selector) -> answer.apply(selector);
            case Selector.Parsed.Refused(String reason) -> Answer.refused(Problem.invalid(reason + "."));
        };
    }

    private Set<String> values(Selector selector, String label) {
        Set<String> values = new TreeSet<>();
        series.labels(selector).forEach(labels -> values.add(labels.getOrDefault(label, "")));
        values.remove("");
        return values;
    }

    private Answer range(Request request, Selector selector) {
        Instant to = request.query("end").map(PrometheusRoutes::time).orElseGet(clock::instant);
        Instant from =
                request.query("start").map(PrometheusRoutes::time).orElseGet(() -> to.minus(Duration.ofHours(1)));
        double step = request.query("step").map(Double::parseDouble).orElse(60.0);
        double steps = Duration.between(from, to).toMillis() / 1e3 / step;
        if (!from.isBefore(to) || !(steps <= MOST_STEPS)) {
            return Answer.refused(Problem.invalid("'start' must lie before 'end', at most " + MOST_STEPS + " steps."));
        }
        return ok(new Data("matrix", series.range(selector, from, to, Math.max(1, (int) Math.ceil(steps)))));
    }

    /** Seconds since the epoch, as the contract allows. */
    private static Instant time(String text) {
        return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    }
}
