package wrenchline.prediction.score.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import wrenchline.prediction.data.TextFiles;
import wrenchline.prediction.score.Figures;

/**
 * Scores the Tennessee Eastman process by tickets: each experiment is the normal run followed by one with a fault. Faults 3, 9 and 15 are
 * known to leave no trace; the figures name the share without them too.
 */
public final class TepScore {

    private static final Duration SAMPLING = Duration.ofMinutes(3);
    private static final Instant START = Instant.EPOCH;
    private static final List<String> TRACELESS = List.of("d03", "d09", "d15");

    private TepScore() {}

    /** @param folder with {@code d00.dat} to {@code d21.dat}, compressed or not */
    public static List<Figures> of(Path folder) throws IOException {
        List<Series> experiments = new ArrayList<>();
        List<double[]> normal = List.of();
        for (Path file : Scores.files(folder, "d\\d\\d\\.dat(\\.gz)?")) {
            String name = file.getFileName().toString().substring(0, 3);
            if (name.equals("d00")) {
                normal = transposed(matrix(file));
            } else {
                experiments.add(experiment(name, normal, matrix(file)));
            }
        }
        List<Series> traced = experiments.stream()
                .filter(series -> !TRACELESS.contains(series.name()))
                .toList();
        return Scores.JUDGES.stream()
                .map(judge -> figures(TicketCount.over(experiments, judge), TicketCount.over(traced, judge)))
                .toList();
    }

    private static Figures figures(TicketCount all, TicketCount traced) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        values.put("faults with a ticket", all.foundShare());
        values.put("without 3, 9, 15", traced.foundShare());
        values.put("false tickets per run", all.falseTickets() / (double) all.anomalies());
        values.put("median delay, min", all.medianDelay() * SAMPLING.toMinutes());
        return new Figures(all.judge(), values);
    }

    private static Series experiment(String name, List<double[]> normal, List<double[]> faulty) {
        List<double[]> values = new ArrayList<>(normal);
        values.addAll(faulty);
        List<Instant> times = IntStream.range(0, values.size())
                .mapToObj(row -> START.plus(SAMPLING.multipliedBy(row)))
                .toList();
        List<String> channels = IntStream.rangeClosed(1, values.getFirst().length)
                .mapToObj(i -> "x" + i)
                .toList();
        return new Series(name, channels, times, values, List.of(new Window(normal.size(), values.size() - 1)));
    }

    private static List<double[]> matrix(Path file) throws IOException {
        try (BufferedReader reader = TextFiles.open(file)) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.strip().split("\\s+"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    private static List<double[]> transposed(List<double[]> rows) {
        return IntStream.range(0, rows.getFirst().length)
                .mapToObj(
                        column -> rows.stream().mapToDouble(row -> row[column]).toArray())
                .toList();
    }
}
