package wrenchline.bench.foresight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The data sets that can be replayed, as rows of machines. Labels are left out. */
enum DataSet {
    /** Each file a machine: {@code datetime;…;anomaly;changepoint}. */
    SKAB {
        @Override
        List<Run> read(Path folder) throws IOException {
            return tables(folder);
        }
    },
    /** Each file a machine: {@code timestamp,value}. */
    NAB {
        @Override
        List<Run> read(Path folder) throws IOException {
            return tables(folder);
        }
    },
    /** The rig is one machine, each cycle a minute; the mean of each sensor over the cycle. */
    ZEMA {
        @Override
        List<Run> read(Path folder) throws IOException {
            List<String> sensors = new ArrayList<>();
            List<List<String>> cycles = new ArrayList<>();
            for (Path file : files(folder, ".txt")) {
                if (!LABELS.contains(stem(file).toLowerCase(Locale.ROOT))) {
                    sensors.add(stem(file).toLowerCase(Locale.ROOT));
                    cycles.add(lines(file));
                }
            }
            List<Run.Row> rows = IntStream.range(0, cycles.getFirst().size())
                    .mapToObj(cycle -> new Run.Row(
                            BEGIN.plus(Duration.ofMinutes(cycle)),
                            cycles.stream()
                                    .mapToDouble(sensor -> mean(sensor.get(cycle)))
                                    .toArray()))
                    .toList();
            return List.of(new Run("rig", sensors, rows));
        }
    };

    static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Set<String> LABELS = Set.of("anomaly", "changepoint", "profile", "block");
    private static final Pattern SEPARATOR = Pattern.compile("[;,]");
    private static final Pattern ODD = Pattern.compile("[^a-z0-9]+");

    /** All machines below {@code folder}. */
    abstract List<Run> read(Path folder) throws IOException;

    /** The files below {@code folder} whose names hold {@code kind}, compressed or not. */
    static List<Path> files(Path folder, String kind) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.getFileName().toString().contains(kind))
                    .filter(file -> !file.getFileName().toString().startsWith("LICENSE"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Run> tables(Path folder) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path file : files(folder, ".csv")) {
            List<String> lines = lines(file);
            String[] head = SEPARATOR.split(lines.getFirst(), -1);
            int[] wanted = IntStream.range(1, head.length)
                    .filter(column -> !LABELS.contains(head[column].strip()))
                    .toArray();
            List<Run.Row> rows = lines.stream()
                    .skip(1)
                    .map(line -> SEPARATOR.split(line, -1))
                    .map(cells -> new Run.Row(
                            time(cells[0]),
                            Arrays.stream(wanted)
                                    .mapToDouble(column -> number(column < cells.length ? cells[column] : ""))
                                    .toArray()))
                    .toList();
            List<String> channels =
                    Arrays.stream(wanted).mapToObj(column -> id(head[column])).toList();
            runs.add(new Run(
                    folder.relativize(file)
                            .toString()
                            .replaceAll("\\.csv(\\.gz)?$", "")
                            .replace('/', '-'),
                    channels,
                    rows));
        }
        return runs;
    }

    static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static double number(String cell) {
        return cell.isBlank() ? Double.NaN : Double.parseDouble(cell);
    }

    static double[] numbers(String[] cells) {
        return Arrays.stream(cells).mapToDouble(DataSet::number).toArray();
    }

    private static double mean(String cycle) {
        return Arrays.stream(numbers(cycle.strip().split("\\s+", -1))).average().orElse(Double.NaN);
    }

    static List<String> channels(int count) {
        return IntStream.range(0, count).mapToObj(index -> "c" + index).toList();
    }

    static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\..*$", "");
    }

    private static String id(String column) {
        return ODD.matcher(column.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
