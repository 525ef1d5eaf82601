package wrenchline.prediction.score.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What all judges share: who they are, the files of a folder, and the middle of a list. */
final class Scores {

    /** The product's detector beside the trivial answers. */
    static final List<Judge> JUDGES = Stream.concat(Stream.of(new WatchJudge()), Arrays.stream(TrivialJudge.values()))
            .toList();

    private Scores() {}

    static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("reading " + folder + ": no file is named like " + pattern);
            }
            return files;
        }
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
