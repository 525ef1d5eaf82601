package wrenchline.prediction.score.cmapss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import wrenchline.prediction.life.LifeSettings;
import wrenchline.prediction.life.LifeTraining;
import wrenchline.prediction.life.Trajectory;
import wrenchline.prediction.life.TrajectoryFile;
import wrenchline.prediction.score.Figures;

/**
 * Scores remaining life on the engines of C-MAPSS that run to their failure: five-fold cross-validation by engine, each engine cut at random as
 * the official tests are. The truth is capped at 125 cycles.
 */
public final class CmapssScore {

    private static final double CAP = 125;

    private CmapssScore() {}

    /** @param folder with {@code train_FD001.txt} and so on, compressed or not */
    public static List<Figures> of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("train_FD\\d+\\.txt(\\.gz)?"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException("reading " + folder + ": no file is named like train_FD001.txt");
        }
        List<Figures> figures = new ArrayList<>();
        for (Path file : files) {
            figures.addAll(of(file.getFileName().toString().substring(6, 11), TrajectoryFile.read(file)));
        }
        return figures;
    }

    private static List<Figures> of(String set, List<Trajectory> engines) {
        LifeTraining training = LifeTraining.on(engines, LifeSettings.standard(engines));
        List<Cut> cuts = Cut.of(training.heldOut(), set);
        double constant =
                cuts.stream().mapToDouble(cut -> cut.truth(CAP)).average().orElseThrow();
        double life = engines.stream().mapToInt(Trajectory::cycles).sorted().toArray()[engines.size() / 2];
        Figures ours = figures("wrenchline " + set, cuts, Cut::predicted);
        ours.values().put("within the 80 % band", BandCoverage.of(training, CAP));
        Tickets.of(training.heldOut()).addTo(ours.values());
        return List.of(
                ours,
                figures("constant " + set, cuts, _ -> constant),
                figures("clock only " + set, cuts, cut -> Math.clamp(life - cut.age(), 0, CAP)));
    }

    private static Figures figures(String judge, List<Cut> cuts, ToDoubleFunction<Cut> prediction) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        Errors errors = Errors.of(cuts, prediction, CAP);
        values.put("RMSE, truth capped at 125", errors.rootMeanSquare());
        values.put("standard error", errors.standardError());
        values.put("RMSE below 50 cycles", errors.rootMeanSquareBelow(50));
        return new Figures(judge, values);
    }
}
