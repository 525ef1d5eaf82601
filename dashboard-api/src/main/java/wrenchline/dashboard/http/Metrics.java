package wrenchline.dashboard.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text format that Prometheus reads. */
public final class Metrics {

    /** The content type of the text. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Metrics() {}

    /** Gives samples whenever they are asked for; must answer at once. */
    @FunctionalInterface
    public interface Source {
        List<Sample> samples();
    }

    /** Whether a sample only ever grows. */
    public enum Type {
        COUNTER,
        GAUGE
    }

    /**
     * One value.
     *
     * @param name with its unit, for instance {@code wrenchline_mqtt_messages_total}
     */
    public record Sample(String name, Type type, String help, Map<String, String> labels, double value) {

        public static Sample gauge(String name, String help, double value) {
            return new Sample(name, Type.GAUGE, help, Map.of(), value);
        }

        public static Sample counter(String name, String help, double value) {
            return new Sample(name, Type.COUNTER, help, Map.of(), value);
        }

        /** The same with labels. */
        public Sample with(Map<String, String> more) {
            return new Sample(name, type, help, more, value);
        }
    }

    /** All samples of {@code sources}, those of one name together as the format demands. */
    static String text(Collection<Source> sources) {
        Map<String, List<Sample>> byName = sources.stream()
                .flatMap(source -> source.samples().stream())
                .collect(Collectors.groupingBy(Sample::name, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byName.forEach((name, samples) -> {
            Sample first = samples.getFirst();
            text.append("# HELP ").append(name).append(' ').append(first.help()).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(first.type() == Type.COUNTER ? "counter" : "gauge");
            text.append('\n');
            samples.forEach(sample -> text.append(line(sample)));
        });
        return text.toString();
    }

    private static String line(Sample sample) {
        String labels = sample.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
                .collect(Collectors.joining(","));
        return sample.name() + (labels.isEmpty() ? "" : "{" + labels + "}") + " " + number(sample.value()) + "\n";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
