package wrenchline.prediction.score.bearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import wrenchline.prediction.bearing.BearingFile;
import wrenchline.prediction.bearing.BearingModel;
import wrenchline.prediction.bearing.BearingRun;
import wrenchline.prediction.bearing.PhmScore;
import wrenchline.prediction.bearing.VibrationWatch;
import wrenchline.prediction.score.Figures;

/**
 * Scores the bearings of PRONOSTIA (PHM 2012): useful warnings, and the challenge's score of the remaining time with each bearing predicted by a
 * model of the others, asked evenly between half and 98 % of its life.
 */
public final class PronostiaScore {

    private static final double FROM = 0.5;
    private static final double TO = 0.98;
    private static final int QUESTIONS = 100;

    private PronostiaScore() {}

    /** @param folder with {@code Bearing1_1.csv} and so on, compressed or not */
    public static List<Figures> of(Path folder) throws IOException {
        List<BearingRun> runs = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> each.getFileName().toString().startsWith("Bearing"))
                    .sorted()
                    .toList()) {
                runs.add(BearingFile.read(file));
            }
        }
        if (runs.size() < 2) {
            throw new IOException("reading " + folder + ": it takes two files named like Bearing1_1.csv");
        }
        Figures ours = Warnings.of(runs, Judges::watch).figures("wrenchline");
        ours.values().put("PHM 2012 score", heldOutScore(runs));
        Figures constant = Warnings.of(runs, _ -> List.of()).figures("constant");
        constant.values().put("PHM 2012 score", bestConstant(runs));
        return List.of(
                ours,
                constant,
                Warnings.of(runs, Judges::twiceTheLevel).figures("level above twice its first"),
                Warnings.of(runs, Judges::always).figures("always"));
    }

    private static double heldOutScore(List<BearingRun> runs) {
        double sum = 0;
        for (int held = 0; held < runs.size(); held++) {
            BearingRun run = runs.get(held);
            List<BearingRun> others = new ArrayList<>(runs);
            others.remove(held);
            BearingModel model = BearingModel.train(others);
            List<VibrationWatch.State> states = BearingModel.watch(run);
            sum += score(
                    run, row -> model.forecast(run.age(row), states.get(row)).expected());
        }
        return sum / runs.size();
    }

    /** The best that one number for all could reach, known beforehand from these very bearings. */
    private static double bestConstant(List<BearingRun> runs) {
        double best = 0;
        for (double seconds = 100; seconds < 20_000; seconds *= 1.05) {
            double constant = seconds;
            best = Math.max(
                    best,
                    runs.stream()
                            .mapToDouble(run -> score(run, _ -> constant))
                            .average()
                            .orElseThrow());
        }
        return best;
    }

    private static double score(BearingRun run, IntToDoubleFunction prediction) {
        double sum = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int row = (int) ((FROM + (TO - FROM) * i / (QUESTIONS - 1)) * (run.rows() - 1));
            sum += PhmScore.of(prediction.applyAsDouble(row), run.left(row));
        }
        return sum / QUESTIONS;
    }
}
