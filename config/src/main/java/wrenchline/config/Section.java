package wrenchline.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key. A missing or malformed value is noted as a problem and a harmless stand-in is
 * handed out, so that all problems of all files are found in one go. {@link #close} notes the keys that nobody asked for.
 */
final class Section {

    private final Path file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new TreeMap<>();
    private final Map<String, Integer> keyLines = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Overrides overrides;
    private final Problems problems;

    Section(Path file, String path, @Nullable Node node, Overrides overrides, Problems problems) {
        this.file = file;
        this.path = path;
        this.line = node == null ? 0 : line(node);
        this.overrides = overrides;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (values.put(key, tuple.getValueNode()) != null) {
                    problems.add(file, line(tuple.getKeyNode()), "'" + at(key) + "' stands here twice");
                }
                keyLines.put(key, line(tuple.getKeyNode()));
            }
        } else if (node != null) {
            problems.add(file, line, "'" + path + "' must be a mapping of keys to values");
        }
    }

    String text(String key) {
        return scalar(key).orElseGet(() -> missing(key, ""));
    }

    String text(String key, String fallback) {
        return scalar(key).orElse(fallback);
    }

    int integer(String key, int least, int most) {
        return integer(key, least, most, text(key), least);
    }

    int integer(String key, int least, int most, int fallback) {
        return integer(key, least, most, text(key, Integer.toString(fallback)), fallback);
    }

    private int integer(String key, int least, int most, String given, int standIn) {
        return convert(key, given, standIn, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new NumberFormatException(text);
            }
            return number;
        });
    }

    boolean flag(String key, boolean fallback) {
        return convert(key, text(key, fallback ? "on" : "off"), fallback, "on or off", text -> switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    double number(String key) {
        return convert(key, text(key), 0.0, "a number", Double::parseDouble);
    }

    boolean flag(String key) {
        return convert(key, text(key), false, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    Duration duration(String key) {
        return convert(key, text(key), Duration.ZERO, "a time such as 500ms, 20s, 30m, 12h or 3d", Durations::parse);
    }

    Duration duration(String key, Duration fallback) {
        return scalar(key).isEmpty() ? fallback : duration(key);
    }

    List<Duration> durations(String key) {
        return texts(key).stream()
                .map(text -> convert(key, text, Duration.ZERO, "times such as 1m or 30s", Durations::parse))
                .toList();
    }

    LocalDate date(String key) {
        return convert(key, text(key), LocalDate.EPOCH, "a date such as 2026-05-31", LocalDate::parse);
    }

    List<LocalDate> dates(String key) {
        return texts(key).stream()
                .map(text -> convert(key, text, LocalDate.EPOCH, "dates such as 2026-05-31", LocalDate::parse))
                .toList();
    }

    /** A date, which is its first moment, or a date and a time of day. */
    LocalDateTime moment(String key) {
        return convert(
                key,
                text(key),
                LocalDate.EPOCH.atStartOfDay(),
                "a day such as 2026-05-31, or with a time as 2026-05-31T08:30",
                text -> text.contains("T")
                        ? LocalDateTime.parse(text)
                        : LocalDate.parse(text).atStartOfDay());
    }

    LocalTime time(String key) {
        return convert(key, text(key), LocalTime.MIDNIGHT, "a time of day such as 08:30", LocalTime::parse);
    }

    <T extends Enum<T>> T choice(String key, Class<T> type, T fallback) {
        return convert(key, text(key), fallback, oneOf(type), text -> constant(type, text));
    }

    <T extends Enum<T>> T choiceOr(String key, Class<T> type, T fallback) {
        return convert(key, text(key, ""), fallback, oneOf(type), text -> constant(type, text));
    }

    <T extends Enum<T>> List<T> choices(String key, Class<T> type) {
        T first = type.getEnumConstants()[0];
        return texts(key).stream()
                .map(text -> convert(key, text, first, oneOf(type), value -> constant(type, value)))
                .toList();
    }

    List<String> texts(String key) {
        return switch (node(key)) {
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .map(item -> item instanceof ScalarNode scalar
                                ? scalar.getValue()
                                : malformed(item, key, "a list of texts", ""))
                        .toList();
            case null -> missing(key, List.of());
            case Node other -> malformed(other, key, "a list of texts", List.of());
        };
    }

    /** The mapping under {@code key}; an empty one when it is missing, so that its own keys are reported. */
    Section section(String key) {
        return new Section(file, at(key), node(key), overrides, problems);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Reads each mapping of the list under {@code key}; a missing list is an empty one. */
    <T> List<T> sections(String key, Function<Section, T> read) {
        List<T> items = new ArrayList<>();
        Node node = node(key);
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                Section section = new Section(file, at(key) + "[" + items.size() + "]", item, overrides, problems);
                items.add(read.apply(section));
                section.close();
            }
        } else if (node != null) {
            malformed(node, key, "a list", "");
        }
        return items;
    }

    /** Reads each mapping of the table under {@code key}, whose keys are free; a missing table is an empty one. */
    void sectionsByName(String key, BiConsumer<String, Section> read) {
        Section table = section(key);
        for (String name : table.values.keySet()) {
            Section section = table.section(name);
            read.accept(name, section);
            section.close();
        }
    }

    /** All keys with their texts, for tables whose keys are free. */
    Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        for (String key : values.keySet()) {
            table.put(key, text(key));
        }
        return table;
    }

    void problem(String what) {
        problems.add(file, line, what);
    }

    /** Notes every key that nobody asked for. */
    void close() {
        for (Map.Entry<String, Integer> entry : keyLines.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                problems.add(file, entry.getValue(), "unknown key '" + at(entry.getKey()) + "'");
            }
        }
    }

    private Optional<String> scalar(String key) {
        Node node = node(key);
        Optional<String> override = overrides.find(at(key));
        if (override.isPresent()) {
            return override;
        }
        if (node != null && !(node instanceof ScalarNode)) {
            return Optional.of(malformed(node, key, "a single value", ""));
        }
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    private <T> T convert(String key, String text, T standIn, String wanted, Function<String, T> conversion) {
        if (text.isEmpty()) {
            if (has(key)) {
                problems.add(file, keyLines.getOrDefault(key, line), "'" + at(key) + "' is empty, not " + wanted);
            }
            return standIn;
        }
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            problems.add(file, keyLines.getOrDefault(key, line), "'" + at(key) + "' is '" + text + "', not " + wanted);
            return standIn;
        }
    }

    private <T> T missing(String key, T standIn) {
        problems.add(file, line, "'" + at(key) + "' is missing");
        return standIn;
    }

    private <T> T malformed(Node node, String key, String wanted, T standIn) {
        problems.add(file, line(node), "'" + at(key) + "' must be " + wanted);
        return standIn;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <T extends Enum<T>> String oneOf(Class<T> type) {
        List<String> names = new ArrayList<>();
        for (T constant : type.getEnumConstants()) {
            names.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return "one of " + String.join(", ", names);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
