package wrenchline.prediction.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file of series: one line a reading, cells apart by comma or semicolon, the first the time; the other columns that hold numbers are the
 * channels. The first line names the columns unless it begins with a time or its other cells are numbers. Where no time at all can be
 * read, each row counts as a second.
 */
public final class SeriesFile {

    private static final int LINES_TO_JUDGE = 1000;
    private static final Pattern DECIMAL_COMMA = Pattern.compile("^([+-]?\\d*),(\\d+(?:[eE][+-]?\\d+)?)$");

    private final Path file;
    private final String separator;
    private final boolean named;
    private final boolean timed;
    private final List<String> columns;
    private final int[] channels;

    private SeriesFile(
            Path file, String separator, boolean named, boolean timed, List<String> columns, int[] channels) {
        this.file = file;
        this.separator = separator;
        this.named = named;
        this.timed = timed;
        this.columns = columns;
        this.channels = channels;
    }

    /**
     * Reads the beginning of {@code file} to learn its columns.
     *
     * @param ignored columns that are no channels, by name, where they exist
     * @throws IOException also when the file is empty
     */
    public static SeriesFile of(Path file, Set<String> ignored) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("reading " + file + ": there is no such file, or it may not be read");
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = TextFiles.open(file)) {
            String line = reader.readLine();
            while (line != null && lines.size() <= LINES_TO_JUDGE) {
                lines.add(line);
                line = reader.readLine();
            }
        }
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new IOException("reading " + file + ": it is empty");
        }
        String first = withoutMark(lines.getFirst());
        String separator = separator(first);
        List<String> cells = cells(first, separator);
        boolean named = EventTime.of(cells.getFirst()) == null
                && !cells.stream().skip(1).allMatch(cell -> Double.isFinite(number(cell)));
        List<String> columns = named
                ? cells
                : IntStream.range(0, cells.size())
                        .mapToObj(i -> i == 0 ? "time" : "column " + (i + 1))
                        .toList();
        List<List<String>> rows = lines.subList(named ? 1 : 0, lines.size()).stream()
                .map(line -> cells(line, separator))
                .toList();
        int[] channels = IntStream.range(1, columns.size())
                .filter(i -> !ignored.contains(columns.get(i)) && isNumeric(i, rows))
                .toArray();
        boolean timed = rows.stream().anyMatch(row -> EventTime.of(row.getFirst()) != null);
        return new SeriesFile(file, separator, named, timed, columns, channels);
    }

    /** The names of the channels, in the order of {@link SeriesRow#values()}. */
    public List<String> channels() {
        return Arrays.stream(channels).mapToObj(columns::get).toList();
    }

    /** Whether the first line names the columns. */
    public boolean isNamed() {
        return named;
    }

    /** Whether times can be read. */
    public boolean isTimed() {
        return timed;
    }

    /** Those of {@code ignored} that the file does not have. */
    public List<String> missing(Set<String> ignored) {
        return ignored.stream()
                .filter(column -> !columns.contains(column))
                .sorted()
                .toList();
    }

    /** Hands over the rows in their order, also those that cannot be read. */
    public void forEach(Consumer<SeriesRow> sink) throws IOException {
        try (BufferedReader reader = TextFiles.open(file)) {
            if (named) {
                reader.readLine();
            }
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sink.accept(row(withoutMark(line), number++));
            }
        }
    }

    private SeriesRow row(String line, long number) {
        List<String> cells = cells(line, separator);
        double[] values = new double[channels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = channels[i] < cells.size() ? number(cells.get(channels[i])) : Double.NaN;
        }
        Instant at = timed ? EventTime.of(cells.getFirst()) : Instant.ofEpochSecond(number);
        return new SeriesRow(cells.getFirst(), at, values);
    }

    private static boolean isNumeric(int column, List<List<String>> rows) {
        long filled = rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isEmpty())
                .count();
        long numbers = rows.stream()
                .filter(row -> column < row.size() && Double.isFinite(number(row.get(column))))
                .count();
        return 2 * numbers >= filled;
    }

    private static String separator(String line) {
        if (line.indexOf(';') >= 0) {
            return ";";
        }
        return line.indexOf('\t') >= 0 ? "\t" : ",";
    }

    /** Between semicolons or tabs a comma is that of a number. */
    private static List<String> cells(String line, String separator) {
        boolean isComma = separator.equals(",");
        return Arrays.stream(line.split(Pattern.quote(separator), -1))
                .map(cell -> cell.strip().replace("\"", ""))
                .map(cell -> isComma ? cell : DECIMAL_COMMA.matcher(cell).replaceFirst("$1.$2"))
                .toList();
    }

    private static double number(String cell) {
        try {
            double number = Double.parseDouble(cell);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static String withoutMark(String line) {
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }
}
