package wrenchline.prediction.score.series;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wrenchline.prediction.data.SeriesFile;
import wrenchline.prediction.data.SeriesRow;
import wrenchline.prediction.series.Assessment;
import wrenchline.prediction.series.MachineWatch;
import wrenchline.prediction.series.WatchSettings;

/**
 * Runs the detector of the product over a file and writes an assessment a row, for scorers of others; line for line, with a header when
 * the input has one.
 */
public final class SeriesRun {

    private static final String HEADER = "time,score,onset,channel";

    private final List<String> channels;
    private final MachineWatch watch;
    private final BufferedWriter writer;
    private final String remarks;
    private long rows;
    private long unread;
    private long tickets;

    private SeriesRun(List<String> channels, BufferedWriter writer, String remarks) {
        this.channels = channels;
        this.remarks = remarks;
        this.watch = new MachineWatch(channels, WatchSettings.standard());
        this.writer = writer;
    }

    /** @throws IOException when the input cannot be read, is empty or has no channel, or the output cannot be written */
    public static SeriesRun of(Path in, Path out, Set<String> ignored) throws IOException {
        SeriesFile file = SeriesFile.of(in, ignored);
        if (file.channels().isEmpty()) {
            throw new IOException("reading " + in + ": no column but the first holds numbers");
        }
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            if (file.isNamed()) {
                writer.write(HEADER);
                writer.newLine();
            }
            SeriesRun run = new SeriesRun(file.channels(), writer, remarks(file, ignored));
            file.forEach(run::write);
            return run;
        } catch (UncheckedIOException failure) {
            throw new IOException("writing " + out, failure.getCause());
        }
    }

    /** What was done, for people. */
    public String sentence() {
        return rows + " rows of " + channels.size() + (channels.size() == 1 ? " channel, " : " channels, ") + tickets
                + " tickets" + (unread == 0 ? "" : ", " + unread + " rows without a readable time")
                + remarks;
    }

    private static String remarks(SeriesFile file, Set<String> ignored) {
        List<String> missing = file.missing(ignored);
        return (missing.isEmpty() ? "" : "; no column to ignore is called " + String.join(" or ", missing))
                + (file.isTimed() ? "" : "; no time can be read, so each row counts as a second");
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 ? cell : '"' + cell + '"';
    }

    private void write(SeriesRow row) {
        rows++;
        Instant at = row.at();
        String told = ",0,0,";
        if (at == null) {
            unread++;
        } else {
            Assessment assessment = watch.on(at, row.values());
            tickets += assessment.onset() ? 1 : 0;
            told = String.format(Locale.ROOT, ",%.6f,%d,", assessment.score(), assessment.onset() ? 1 : 0)
                    + (assessment.topChannel() < 0 ? "" : quoted(channels.get(assessment.topChannel())));
        }
        try {
            writer.write(row.time() + told);
            writer.newLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
