package wrenchline.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wrenchline.prediction.score.Figures;
import wrenchline.prediction.score.bearing.ImsScore;
import wrenchline.prediction.score.bearing.PronostiaScore;
import wrenchline.prediction.score.cmapss.CmapssScore;
import wrenchline.prediction.score.series.NabScore;
import wrenchline.prediction.score.series.SkabScore;
import wrenchline.prediction.score.series.TepScore;
import wrenchline.prediction.score.zema.ZemaScore;

/** Scores (评分) on public collections, beside the trivial answers. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Measure the detectors and models on a public collection, beside the trivial answers.")
final class ScoreCommand implements Callable<Integer> {

    /** Measures on the files of a folder. */
    private interface Scoring {
        List<Figures> of(Path folder) throws IOException;
    }

    private static final Map<String, Scoring> COLLECTIONS = Map.ofEntries(
            Map.entry("nab", NabScore::of),
            Map.entry("skab", SkabScore::of),
            Map.entry("tep", TepScore::of),
            Map.entry("cmapss", CmapssScore::of),
            Map.entry("pronostia", PronostiaScore::of),
            Map.entry("ims", ImsScore::of),
            Map.entry("zema", ZemaScore::of));

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "COLLECTION", description = "nab, skab, tep, cmapss, pronostia, ims or zema.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String collection;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder with its files.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures there.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        Scoring scoring = COLLECTIONS.get(collection);
        if (scoring == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no collection '%s', but %s".formatted(collection, new TreeSet<>(COLLECTIONS.keySet())));
        }
        List<Figures> all = scoring.of(folder);
        PrintWriter out = command.commandLine().getOut();
        JsonArray results = new JsonArray();
        for (Figures each : all) {
            JsonObject figures = new JsonObject();
            out.println(each.judge());
            each.values().forEach((name, value) -> {
                out.printf(Locale.ROOT, "  %-36s %10.3f%n", name, value);
                figures.put(name, Double.isFinite(value) ? value : null);
            });
            results.add(new JsonObject().put("judge", each.judge()).put("figures", figures));
        }
        out.flush();
        if (json != null) {
            Files.writeString(
                    json,
                    new JsonObject()
                            .put("collection", collection)
                            .put("results", results)
                            .encodePrettily());
        }
        return 0;
    }
}
