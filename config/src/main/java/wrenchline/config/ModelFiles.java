package wrenchline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;

/** Reads the equipment models of a folder, one file each. */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * The models by id.
     *
     * @throws ConfigurationException with everything that is wrong in all of them
     */
    public static Map<String, EquipmentModel> read(Path folder) {
        Map<String, EquipmentModel> models = new TreeMap<>();
        contents(folder).forEach(content -> models.put(content.model().id(), content.model()));
        return models;
    }

    /**
     * By the ids of their models, what is read by Modbus; only of models that have such a map.
     *
     * @throws ConfigurationException with everything that is wrong in all of them
     */
    public static Map<String, RegisterMap> registerMaps(Path folder) {
        Map<String, RegisterMap> maps = new TreeMap<>();
        contents(folder).stream()
                .filter(content -> !content.registers().isEmpty())
                .forEach(content -> maps.put(content.model().id(), content.registers()));
        return maps;
    }

    /** What one file says. */
    record Content(EquipmentModel model, RegisterMap registers) {}

    private static List<Content> contents(Path folder) {
        List<Content> contents = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                contents.add(YamlFile.read(file, Overrides.NONE, ModelFiles::content));
            } catch (ConfigurationException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return contents;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("listing the equipment models in " + folder, unreadable);
        }
    }

    static Content content(Section root) {
        EquipmentModel model = model(root);
        Set<String> metrics = model.metrics().stream().map(Metric::id).collect(Collectors.toSet());
        return new Content(
                model, root.has("modbus") ? RegisterSection.read(root.section("modbus"), metrics) : RegisterMap.NONE);
    }

    private static EquipmentModel model(Section root) {
        List<Metric> metrics = root.sections("metrics", ModelFiles::metric);
        return new EquipmentModel(
                root.text("id"),
                names(root),
                metrics,
                root.sections("limits", ModelFiles::limit),
                ForesightSection.read(root, metrics));
    }

    private static Metric metric(Section section) {
        return new Metric(section.text("id"), names(section), section.text("unit"));
    }

    private static Limit limit(Section section) {
        String metric = section.text("metric");
        String failureMode = section.text("failureMode");
        Names names = names(section);
        Severity severity = section.choice("severity", Severity.class, Severity.MINOR);
        Limit.Side side = section.choice("side", Limit.Side.class, Limit.Side.ABOVE);
        double raise = section.number("raise");
        double clear = section.number("clear");
        Duration duration = section.duration("duration");
        Limit.Settable settable = section.has("settable") ? settable(section.section("settable")) : null;
        boolean inhibitStart = section.has("inhibitStart") && section.flag("inhibitStart");
        try {
            return new Limit(
                    metric, failureMode, names, severity, side, raise, clear, duration, settable, inhibitStart);
        } catch (IllegalArgumentException wrong) {
            section.problem(String.valueOf(wrong.getMessage()));
            return new Limit(metric, failureMode, names, severity, side, raise, raise, Duration.ZERO);
        }
    }

    private static Limit.Settable settable(Section section) {
        Limit.Settable settable = new Limit.Settable(section.number("from"), section.number("to"));
        section.close();
        return settable;
    }

    static Names names(Section section) {
        Section names = section.section("names");
        Names read = new Names(names.text("zh"), names.text("en"));
        names.close();
        return read;
    }
}
