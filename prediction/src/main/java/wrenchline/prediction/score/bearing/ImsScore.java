package wrenchline.prediction.score.bearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wrenchline.prediction.bearing.BearingFile;
import wrenchline.prediction.bearing.BearingRun;
import wrenchline.prediction.score.Figures;

/** Scores the warnings on the rigs of NASA/IMS, each with four bearings in one file that ran until one of them failed. */
public final class ImsScore {

    private ImsScore() {}

    /** @param folder with files named like {@code test2_features.csv}, compressed or not */
    public static List<Figures> of(Path folder) throws IOException {
        List<BearingRun> runs = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(
                            each -> each.getFileName().toString().matches("test\\d+_features\\.csv(\\.gz)?"))
                    .sorted()
                    .toList()) {
                runs.add(BearingFile.read(file));
            }
        }
        if (runs.isEmpty()) {
            throw new IOException("reading " + folder + ": no file is named like test2_features.csv");
        }
        return List.of(
                Warnings.of(runs, Judges::watch).figures("wrenchline"),
                Warnings.of(runs, Judges::twiceTheLevel).figures("level above twice its first"),
                Warnings.of(runs, Judges::always).figures("always"));
    }
}
