package wrenchline.prediction.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in the layout of the hydraulic rig (UCI 447): a text file per sensor, plain or gz, with one cycle a line; {@code profile.txt} has
 * the condition of each cycle (cooler, valve, pump, accumulator, and 1 when not yet settled), {@code block.txt} its block.
 */
public final class CycleFolder {

    private static final Pattern TEXT = Pattern.compile("(.+?)(_1hz)?\\.txt(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_SENSOR =
            Set.of("profile", "block", "description", "documentation", "readme", "license");

    private final Path folder;
    private final Map<String, Path> texts = new TreeMap<>();

    private CycleFolder(Path folder) throws IOException {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = TEXT.matcher(file.getFileName().toString());
                if (name.matches() && texts.put(name.group(1), file) != null) {
                    throw new IOException(folder + ": two files for " + name.group(1));
                }
            }
        }
    }

    /** Reads the cycles whose condition is known. Without {@code block.txt} each run of one condition is a block. */
    public static LabelledCycles labelled(Path folder) throws IOException {
        CycleFolder here = new CycleFolder(folder);
        List<String> sensors = here.texts.keySet().stream()
                .filter(name -> !NO_SENSOR.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        Cycles measured = here.cycles(sensors);
        List<double[]> profile = here.rows("profile", measured.cycles().size());
        if (profile.getFirst().length < 4) {
            throw new IOException(here.file("profile") + ", line 1: needs four values: cooler valve pump accumulator");
        }
        List<Condition> conditions =
                profile.stream().map(CycleFolder::condition).toList();
        List<Integer> blocks = here.texts.containsKey("block")
                ? here.rows("block", conditions.size()).stream()
                        .map(row -> (int) row[0])
                        .toList()
                : runs(conditions);
        List<Boolean> settled =
                profile.stream().map(row -> row.length < 5 || row[4] == 0).toList();
        return new LabelledCycles(measured, conditions, blocks, settled);
    }

    /** Reads the cycles of {@code sensors}; other files are passed over. */
    public static Cycles measured(Path folder, List<String> sensors) throws IOException {
        return new CycleFolder(folder).cycles(sensors);
    }

    /** The files of {@code folder} that can be read here, by name. */
    public static List<Path> files(Path folder) throws IOException {
        return List.copyOf(new CycleFolder(folder).texts.values());
    }

    private Cycles cycles(List<String> sensors) throws IOException {
        if (sensors.isEmpty()) {
            throw new IOException(folder + ": no sensor file (NAME.txt or NAME.txt.gz)");
        }
        List<List<double[]>> tables = new ArrayList<>();
        for (String sensor : sensors) {
            tables.add(
                    tables.isEmpty()
                            ? NumberTable.read(file(sensor))
                            : rows(sensor, tables.getFirst().size()));
        }
        List<Cycle> cycles = new ArrayList<>();
        for (int row = 0; row < tables.getFirst().size(); row++) {
            int index = row;
            cycles.add(new Cycle(tables.stream().map(table -> table.get(index)).toList()));
        }
        return new Cycles(sensors, cycles);
    }

    private List<double[]> rows(String name, int expected) throws IOException {
        List<double[]> rows = NumberTable.read(file(name));
        if (rows.size() != expected) {
            throw new IOException(file(name) + ": ends after line " + rows.size() + ", but the files before it have "
                    + expected + " lines");
        }
        return rows;
    }

    private Path file(String name) throws IOException {
        Path file = texts.get(name);
        if (file == null) {
            throw new IOException(folder + ": " + name + ".txt (or .txt.gz) is missing");
        }
        return file;
    }

    private static Condition condition(double[] row) {
        return new Condition((int) row[0], (int) row[1], (int) row[2], (int) row[3]);
    }

    private static List<Integer> runs(List<Condition> conditions) {
        List<Integer> runs = new ArrayList<>();
        int run = 0;
        for (int cycle = 0; cycle < conditions.size(); cycle++) {
            run += cycle > 0 && !conditions.get(cycle).equals(conditions.get(cycle - 1)) ? 1 : 0;
            runs.add(run);
        }
        return runs;
    }
}
