package wrenchline.bench.foresight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the command says of the same rows.
 *
 * @param command that ends in {@code foresight series}
 * @param folder for its files
 */
record Offline(List<String> command, Path folder) {

    /** The times of the onsets; empty when there is no such command. */
    Optional<List<Instant>> onsets(Run run) throws IOException, InterruptedException {
        Path in = folder.resolve(run.machine() + ".csv");
        Path out = folder.resolve(run.machine() + ".out.csv");
        Files.writeString(in, table(run));
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("foresight", "series", "--in", in.toString(), "--out", out.toString()));
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("offline.log").toFile())
                .start();
        if (process.waitFor() != 0 || !Files.exists(out)) {
            return Optional.empty();
        }
        List<Instant> onsets = new ArrayList<>();
        // One line for each row, which tells its time.
        List<String> lines = Files.readAllLines(out).stream()
                .filter(line -> !line.isBlank() && Character.isDigit(line.charAt(0)))
                .toList();
        for (int row = 0; row < Math.min(lines.size(), run.rows().size()); row++) {
            if (lines.get(row).split(",", -1)[ONSET].strip().equals("1")) {
                onsets.add(run.rows().get(row).at());
            }
        }
        return Optional.of(onsets);
    }

    private static final int ONSET = 2;

    private static String table(Run run) {
        return "time," + String.join(",", run.channels()) + "\n"
                + run.rows().stream()
                        .map(row -> row.at() + "," + cells(row))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cells(Run.Row row) {
        return Arrays.stream(row.values())
                .mapToObj(value -> Double.isFinite(value) ? Double.toString(value) : "")
                .collect(Collectors.joining(","));
    }
}
