package wrenchline.prediction.score.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import wrenchline.prediction.data.SeriesFile;
import wrenchline.prediction.score.Figures;

/**
 * Scores the Skoltech Anomaly Benchmark by tickets: experiments with a ticket between the onset of the fault and its end, and false
 * tickets per hour outside of it. Runs without a fault count for false tickets alone.
 */
public final class SkabScore {

    private static final String ANOMALY = "anomaly";
    private static final String CHANGEPOINT = "changepoint";

    private SkabScore() {}

    /** @param folder with the experiments, at any depth */
    public static List<Figures> of(Path folder) throws IOException {
        List<Series> experiments = new ArrayList<>();
        for (Path file : Scores.files(folder, ".*\\.csv(\\.gz)?")) {
            experiments.add(experiment(file));
        }
        return Scores.JUDGES.stream()
                .map(judge -> TicketCount.over(experiments, judge))
                .map(SkabScore::figures)
                .toList();
    }

    private static Series experiment(Path file) throws IOException {
        if (!SeriesFile.of(file, java.util.Set.of()).channels().contains(ANOMALY)) {
            return Series.read(file.toString(), file);
        }
        Series labels = Series.read(file.toString(), file);
        int column = labels.channels().indexOf(ANOMALY);
        List<Integer> marked = new ArrayList<>();
        for (int row = 0; row < labels.rows(); row++) {
            if (labels.values().get(row)[column] > 0) {
                marked.add(row);
            }
        }
        Series series = Series.read(file.toString(), file, ANOMALY, CHANGEPOINT);
        return marked.isEmpty() ? series : series.labelled(List.of(new Window(marked.getFirst(), marked.getLast())));
    }

    private static Figures figures(TicketCount count) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        values.put("experiments with a ticket", count.foundShare());
        values.put(
                "false tickets per hour",
                count.falseTickets()
                        / (count.normalRows() / (double) Duration.ofHours(1).toSeconds()));
        values.put("median delay, s", count.medianDelay());
        return new Figures(count.judge(), values);
    }
}
