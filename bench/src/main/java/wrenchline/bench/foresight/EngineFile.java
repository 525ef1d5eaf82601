package wrenchline.bench.foresight;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Engines in the layout of C-MAPSS: unit, cycle, settings, sensors. Each is a machine, each of its cycles an hour. */
final class EngineFile {

    private EngineFile() {}

    static List<Run> read(Path file) throws IOException {
        Map<Integer, List<Run.Row>> rows = new TreeMap<>();
        for (String line : DataSet.lines(file)) {
            double[] cells = DataSet.numbers(line.strip().split("\\s+", -1));
            rows.computeIfAbsent((int) cells[0], _ -> new ArrayList<>())
                    .add(new Run.Row(
                            DataSet.BEGIN.plus(Duration.ofHours((long) cells[1])),
                            Arrays.copyOfRange(cells, 2, cells.length)));
        }
        List<Run> engines = new ArrayList<>();
        rows.forEach((engine, cycles) -> engines.add(new Run(
                DataSet.stem(file) + "-" + engine,
                DataSet.channels(cycles.getFirst().values().length),
                cycles)));
        return engines;
    }

    /** The number of a cycle that was at a time. */
    static int cycle(Instant at) {
        return (int) Duration.between(DataSet.BEGIN, at).toHours();
    }

    /** @param known how many cycles of a machine are written; all where nothing is said */
    static void write(Path file, List<Run> engines, Map<String, Integer> known) throws IOException {
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int engine = 0; engine < engines.size(); engine++) {
                List<Run.Row> rows = engines.get(engine).rows();
                int cycles = known.getOrDefault(engines.get(engine).machine(), rows.size());
                for (int cycle = 0; cycle < cycles; cycle++) {
                    lines.print((engine + 1) + " " + (cycle + 1));
                    for (double value : rows.get(cycle).values()) {
                        lines.print(" " + value);
                    }
                    lines.println();
                }
            }
        }
    }
}
