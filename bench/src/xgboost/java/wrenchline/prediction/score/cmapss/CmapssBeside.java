package wrenchline.prediction.score.cmapss;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wrenchline.prediction.life.LifeBeside;
import wrenchline.prediction.life.LifeTraining.HeldOut;
import wrenchline.prediction.life.TrajectoryFile;

/** Prints what XGBoost reaches on C-MAPSS beside our trees: the same engines held out, cut at the same places. */
public final class CmapssBeside {

    private static final double CAP = 125;

    private CmapssBeside() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("| set | candidate | RMSE | standard error | below 50 cycles | training, s |");
        System.out.println("|---|---|---|---|---|---|");
        List<Path> files;
        try (var all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("train_FD"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String set = file.getFileName().toString().substring(6, 11);
            LifeBeside beside = LifeBeside.on(TrajectoryFile.read(file));
            for (Map.Entry<String, List<HeldOut>> candidate : beside.courses().entrySet()) {
                Errors errors = Errors.of(Cut.of(candidate.getValue(), set), Cut::predicted, CAP);
                Double seconds = beside.seconds().get(candidate.getKey());
                System.out.printf(
                        "| %s | %s | %.2f | %.2f | %.2f | %s |%n",
                        set,
                        candidate.getKey(),
                        errors.rootMeanSquare(),
                        errors.standardError(),
                        errors.rootMeanSquareBelow(50),
                        seconds == null ? "" : Math.round(seconds));
            }
        }
    }
}
