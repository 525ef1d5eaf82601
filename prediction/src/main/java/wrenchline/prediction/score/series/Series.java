package wrenchline.prediction.score.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wrenchline.prediction.data.SeriesFile;

/**
 * A labelled series in memory.
 *
 * @param times of its rows
 * @param values one array a row, one value a channel
 * @param anomalies labelled runs of rows, in order
 */
record Series(String name, List<String> channels, List<Instant> times, List<double[]> values, List<Window> anomalies) {

    static Series read(String name, Path file, String... ignored) throws IOException {
        SeriesFile source = SeriesFile.of(file, Set.of(ignored));
        List<Instant> times = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        source.forEach(row -> {
            if (row.at() != null) {
                times.add(row.at());
                values.add(row.values());
            }
        });
        return new Series(name, source.channels(), times, values, List.of());
    }

    Series labelled(List<Window> labels) {
        return new Series(name, channels, times, values, labels);
    }

    int rows() {
        return values.size();
    }

    boolean isAnomalous(int row) {
        return anomalies.stream().anyMatch(window -> window.holds(row));
    }

    /** Days between the first and the last row. */
    double days() {
        return rows() == 0
                ? 0
                : (times.getLast().toEpochMilli() - times.getFirst().toEpochMilli()) / 86_400_000.0;
    }
}
