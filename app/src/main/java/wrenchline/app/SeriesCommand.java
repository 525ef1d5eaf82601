package wrenchline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wrenchline.prediction.score.series.SeriesRun;

/** The detectors of the gateway on a file of series. */
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = {
            "Watch a file of series as the gateway watches a machine: row after row, no look ahead, one frozen threshold.",
            "CSV with comma, semicolon or tab, compressed or not. The first column is the time; all other columns with numbers are channels. "
                    + "Writes one line per row: time, score in [0, 1] (an event from 0.5 on), ticket onset 0 or 1, the channel most to blame.",
            "A row without a readable time, or not newer than the row before, is written with score 0 and changes nothing."
        })
final class SeriesCommand implements Callable<Integer> {

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The series.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the assessments.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "COL",
            description = "Columns that are no channels, such as labels.")
    private Set<String> ignored = Set.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        command.commandLine().getErr().println(SeriesRun.of(in, out, ignored).sentence());
        return 0;
    }
}
