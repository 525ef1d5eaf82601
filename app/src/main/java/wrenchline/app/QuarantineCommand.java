package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Messages that could not be understood; asks the product that runs. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description =
                "List, show, replay and discard messages that could not be understood. The product must be running.")
final class QuarantineCommand {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: var.")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** Which are meant: one, or all that wait and fit. */
    static final class Which {
        @Parameters(paramLabel = "ID", description = "One message.")
        private @Nullable String id;

        @ArgGroup(exclusive = false)
        private @Nullable Fitting fitting;
    }

    /** All that wait and fit. */
    static final class Fitting {
        @Option(
                names = "--all",
                required = true,
                description = "All that wait, or those that the other options let through.")
        @SuppressWarnings("UnusedVariable") // Nobody moves all of them by forgetting an id.
        private boolean all;

        @Option(names = "--machine", defaultValue = "", description = "Only those of one machine.")
        private String machine = "";

        @Option(names = "--topic", defaultValue = "", description = "Only those whose topic contains this.")
        private String topic = "";

        @Option(names = "--matching", defaultValue = "", description = "Only those whose reason contains this.")
        private String matching = "";
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List messages, the newest first.")
    int list(
            @Option(names = "--state", defaultValue = "Waiting", description = "Waiting, Ordered, Replayed, Discarded.")
                    String state,
            @Option(names = "--limit", defaultValue = "100", description = "How many at most. Default: 100.")
                    int limit) {
        String path = "/quarantine?limit=" + limit + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        for (Object item : product().get(path).getJsonArray("items")) {
            JsonObject message = (JsonObject) item;
            out().printf(
                            "%s  %s  %s%n    %s%n",
                            message.getString("id"),
                            message.getString("received"),
                            message.getString("topic"),
                            message.getString("reason"));
        }
        return done();
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show one message with what was done with it.")
    int show(@Parameters(paramLabel = "ID") String id) {
        JsonObject message = product().get("/quarantine/" + id);
        for (String field :
                new String[] {"id", "received", "state", "source", "machine", "topic", "reason", "replayOf"}) {
            out().printf("%-9s %s%n", field, message.getValue(field) == null ? "-" : message.getValue(field));
        }
        message.getJsonArray("events").forEach(event -> out().println("done      " + event));
        out().println(message.getString("hex"));
        return done();
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Let messages go through the pipeline once more, mended where they were.")
    int replay(
            @ArgGroup(multiplicity = "1") Which which,
            @Option(names = "--as-it-came", description = "Not as somebody mended them.") boolean asItCame) {
        return move("replay", which, by().put("asItCame", asItCame));
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Give messages up. They are kept and count as quarantined for ever.")
    int discard(
            @ArgGroup(multiplicity = "1") Which which,
            @Option(names = "--reason", required = true, description = "Why nobody wants them.") String reason) {
        return move("discard", which, by().put("reason", reason));
    }

    private int move(String what, Which which, JsonObject body) {
        RunningApi product = product();
        if (which.fitting == null) {
            JsonObject message = product.post("/quarantine/" + which.id + "/" + what, body);
            out().println(message.getString("id") + " is " + message.getString("state"));
            return done();
        }
        body.put("machine", which.fitting.machine)
                .put("topic", which.fitting.topic)
                .put("matching", which.fitting.matching);
        long moved = 0;
        JsonObject answer;
        do {
            answer = product.post("/quarantine/" + what, body);
            moved += answer.getLong("moved");
        } while (answer.getBoolean("more") && answer.getLong("moved") > 0);
        out().println(moved + " messages: " + what);
        return done();
    }

    private static JsonObject by() {
        return new JsonObject().put("by", System.getProperty("user.name", ""));
    }

    private RunningApi product() {
        return RunningApi.in(data);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private int done() {
        out().flush();
        return 0;
    }
}
