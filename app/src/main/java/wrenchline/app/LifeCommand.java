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
import wrenchline.prediction.life.LifeForecast;
import wrenchline.prediction.life.LifeModel;
import wrenchline.prediction.life.Trajectory;
import wrenchline.prediction.life.TrajectoryFile;

/** Remaining life (剩余寿命) of machines in a file. */
@Command(
        name = "life",
        mixinStandardHelpOptions = true,
        description = {
            "Say how many cycles each machine of a file still runs after its last row.",
            "Files are as C-MAPSS has them, compressed or not: unit, cycle, three settings, sensors, apart by blanks.",
            "Writes one line a machine, without a header: unit, cycles left, and lower and upper end of the band that holds"
                    + " the truth in 80 of 100 cases."
        })
final class LifeCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Origin<LifeModel> origin;

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "The machines to predict.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path test;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write the predictions.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Override
    public Integer call() throws IOException {
        List<Trajectory> machines = TrajectoryFile.read(test);
        LifeModel model = origin.model("life", TrainCommand::life, LifeModel::read);
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(out))) {
            for (Trajectory machine : machines) {
                LifeForecast forecast = model.forecast(machine);
                lines.printf(
                        Locale.ROOT,
                        "%d,%.2f,%.2f,%.2f%n",
                        machine.unit(),
                        forecast.expected(),
                        forecast.lower(),
                        forecast.upper());
            }
        }
        return 0;
    }
}
