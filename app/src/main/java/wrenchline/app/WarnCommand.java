package wrenchline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wrenchline.prediction.bearing.BearingFile;
import wrenchline.prediction.bearing.BearingForecast;
import wrenchline.prediction.bearing.BearingModel;
import wrenchline.prediction.bearing.BearingRun;
import wrenchline.prediction.bearing.VibrationWatch;

/** Warnings (预警) for a bearing in a file. */
@Command(
        name = "warn",
        mixinStandardHelpOptions = true,
        description = {
            "Say for each row of vibration features how long the bearing still runs, and where a warning begins.",
            "Files have a header, then the time (in seconds, or as 2004-02-12 10:32:39), then numbers; compressed or"
                    + " not.",
            "Writes one line a row, without a header: seconds left, lower and upper end of the band of four in five, 1 where a"
                    + " warning begins and else 0."
        })
final class WarnCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Origin<BearingModel> origin;

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "The bearing to watch.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path test;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write what was seen.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Override
    public Integer call() throws IOException {
        BearingRun run = BearingFile.read(test);
        BearingModel model = origin.model("bearing", TrainCommand::bearing, BearingModel::read);
        List<VibrationWatch.State> states = BearingModel.watch(run);
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(out))) {
            for (int row = 0; row < run.rows(); row++) {
                BearingForecast forecast = model.forecast(run.age(row), states.get(row));
                lines.printf(
                        Locale.ROOT,
                        "%.1f,%.1f,%.1f,%d%n",
                        forecast.expected(),
                        forecast.lower(),
                        forecast.upper(),
                        states.get(row).onset() ? 1 : 0);
            }
        }
        return 0;
    }
}
