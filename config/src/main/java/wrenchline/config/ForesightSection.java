package wrenchline.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.DiagnosedUnit;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.WearPart;
import wrenchline.core.equipment.WearPart.Usage;

/** What a model says of what is watched besides its limits. */
final class ForesightSection {

    private static final Duration USUAL_LEARNING = Duration.ofHours(24);
    private static final Duration USUAL_PACE = Duration.ofSeconds(1);
    private static final Duration USUAL_HORIZON = Duration.ofDays(7);

    private static final int USUAL_ALARM = 30;
    private static final int USUAL_ROW = 3;

    private final Section section;
    private final List<String> metrics;

    private ForesightSection(Section section, List<Metric> metrics) {
        this.section = section;
        this.metrics = metrics.stream().map(Metric::id).toList();
    }

    /** @param metrics of the model: nothing else can be watched */
    static Foresight read(Section model, List<Metric> metrics) {
        if (!model.has("foresight")) {
            return Foresight.NONE;
        }
        Section section = model.section("foresight");
        Foresight read = new ForesightSection(section, metrics).read();
        section.close();
        return read;
    }

    private Foresight read() {
        return new Foresight(
                section.has("silence") ? section.duration("silence") : null,
                section.sections("stuck", this::stuck),
                section.has("learned") ? learned(section.section("learned")) : null,
                section.sections("wear", this::wear),
                section.sections("ageing", this::ageing),
                section.has("diagnosis") ? diagnosis(section.section("diagnosis")) : null);
    }

    private Foresight.Stuck stuck(Section stuck) {
        return new Foresight.Stuck(metric(stuck), stuck.duration("for"));
    }

    private Foresight.Learned learned(Section learned) {
        List<String> watched = learned.has("metrics") ? watched(learned, "metrics") : metrics;
        Foresight.Learned read = new Foresight.Learned(
                watched,
                learned.duration("after", USUAL_LEARNING),
                learned.duration("every", USUAL_PACE),
                learned.duration("horizon", USUAL_HORIZON));
        learned.close();
        return read;
    }

    private WearPart wear(Section wear) {
        String part = wear.text("part");
        var names = ModelFiles.names(wear);
        double life = wear.number("life");
        Usage usage = usage(wear);
        try {
            return new WearPart(part, names, usage, life);
        } catch (IllegalArgumentException wrong) {
            wear.problem(String.valueOf(wrong.getMessage()));
            return new WearPart(part, names, usage, 1);
        }
    }

    private AgeingPart ageing(Section ageing) {
        return new AgeingPart(
                ageing.text("part"),
                ModelFiles.names(ageing),
                ageing.text("model"),
                watched(ageing, "settings"),
                watched(ageing, "sensors"),
                cycle(ageing),
                ageing.integer("alarm", 1, 100_000, USUAL_ALARM));
    }

    private DiagnosedUnit diagnosis(Section unit) {
        DiagnosedUnit read = new DiagnosedUnit(
                unit.text("model"),
                sensors(unit.section("sensors")),
                metric(unit, "counter"),
                cycle(unit),
                unit.integer("after", 1, 1_000, USUAL_ROW),
                unit.sections("components", this::component));
        unit.close();
        return read;
    }

    private List<DiagnosedUnit.Sensor> sensors(Section sensors) {
        Map<String, String> table = sensors.table();
        table.values().forEach(metric -> check(sensors, metric));
        return table.entrySet().stream()
                .map(sensor -> new DiagnosedUnit.Sensor(sensor.getKey(), sensor.getValue()))
                .toList();
    }

    private DiagnosedUnit.Component component(Section component) {
        return new DiagnosedUnit.Component(
                component.text("component"),
                ModelFiles.names(component),
                component.sections(
                        "levels",
                        level -> new DiagnosedUnit.Level(
                                level.integer("level", Integer.MIN_VALUE, Integer.MAX_VALUE),
                                ModelFiles.names(level),
                                level.choice("severity", Severity.class, Severity.MINOR))));
    }

    private static Duration cycle(Section of) {
        Duration cycle = of.duration("cycle");
        if (!cycle.isPositive()) {
            of.problem("a cycle takes some time");
        }
        return cycle;
    }

    private List<String> watched(Section section, String key) {
        List<String> watched = section.texts(key);
        watched.forEach(metric -> check(section, metric));
        return watched;
    }

    /** How a part's use is counted. */
    private enum Count {
        HOURS,
        CYCLES,
        COUNTER
    }

    private Usage usage(Section wear) {
        String metric = metric(wear);
        return switch (wear.choice("count", Count.class, Count.HOURS)) {
            case HOURS -> new Usage.Hours(metric, wear.number("above"));
            case CYCLES -> new Usage.Cycles(metric, wear.number("above"));
            case COUNTER -> new Usage.Counter(metric);
        };
    }

    private String metric(Section of) {
        return metric(of, "metric");
    }

    private String metric(Section of, String key) {
        String metric = of.text(key);
        check(of, metric);
        return metric;
    }

    private void check(Section of, String metric) {
        if (!metric.isEmpty() && !metrics.contains(metric)) {
            of.problem("the model has no metric '" + metric + "'");
        }
    }
}
