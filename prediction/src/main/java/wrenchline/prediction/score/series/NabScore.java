package wrenchline.prediction.score.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import wrenchline.prediction.score.Figures;

/** Scores the Numenta Anomaly Benchmark: its own standard profile, and by tickets. */
public final class NabScore {

    private static final double DAYS_A_MONTH = 30.44;

    private NabScore() {}

    /**
     * @param folder with {@code windows.json} and the series in folders, as {@code realTraffic/speed_6005.csv}, compressed or not
     */
    public static List<Figures> of(Path folder) throws IOException {
        NabWindows windows = NabWindows.read(folder.resolve("windows.json"));
        List<Series> corpus = new ArrayList<>();
        for (Path file : Scores.files(folder, ".*\\.csv(\\.gz)?")) {
            String name = file.getName(file.getNameCount() - 2) + "/"
                    + file.getFileName().toString().replaceFirst("\\.gz$", "");
            Series series = Series.read(name, file);
            corpus.add(series.labelled(windows.of(series)));
        }
        return Scores.JUDGES.stream().map(judge -> figures(judge, corpus)).toList();
    }

    private static Figures figures(Judge judge, List<Series> corpus) {
        double earned = 0;
        int windows = 0;
        int found = 0;
        int falseTickets = 0;
        double days = 0;
        List<Double> delays = new ArrayList<>();
        for (Series series : corpus) {
            Verdicts verdicts = judge.judge(series);
            earned += NabProfile.earned(verdicts.events(), series.anomalies());
            windows += series.anomalies().size();
            days += series.days();
            List<Integer> tickets = verdicts.ticketRows(NabProfile.probation(series.rows()));
            falseTickets += (int)
                    tickets.stream().filter(row -> !series.isAnomalous(row)).count();
            for (Window window : series.anomalies()) {
                var first = tickets.stream().filter(window::holds).findFirst();
                found += first.isPresent() ? 1 : 0;
                first.ifPresent(row -> delays.add((row - window.first()) / (double) window.width()));
            }
        }
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        values.put("standard profile", NabProfile.normalised(earned, windows));
        values.put("ticket recall", found / (double) windows);
        values.put("false tickets per month", falseTickets / (days / DAYS_A_MONTH));
        values.put("median delay, windows", Scores.median(delays));
        return new Figures(judge.name(), values);
    }
}
