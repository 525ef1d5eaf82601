package wrenchline.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The roster of the product that runs (值班表). */
@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        description = "The roster of the product that runs in the data folder.")
final class RosterCommand {

    @Mixin
    private final InData data = new InData();

    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description = {
                "Look at each minute of the coming days by itself, and say where nobody is on duty.",
                "Exit code 0: somebody always is. 1: not."
            })
    int coverage(@Option(names = "--days", defaultValue = "30", description = "How many. Default: 30.") int days) {
        JsonObject coverage = data.product().get("/roster/coverage?days=" + days);
        JsonArray gaps = coverage.getJsonArray("gaps");
        PrintWriter out = data.out();
        for (Object item : gaps) {
            JsonObject gap = (JsonObject) item;
            out.println("nobody from " + gap.getString("from") + " until " + gap.getString("until"));
        }
        out.println(coverage.getLong("minutes") + " minutes from " + coverage.getString("from") + " until "
                + coverage.getString("until") + ", " + gaps.size() + " gaps");
        out.flush();
        return gaps.isEmpty() ? 0 : 1;
    }
}
