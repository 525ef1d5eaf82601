package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Messages that could not be understood; asks the product that runs. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description =
                "List, show, mend, replay and discard messages that could not be understood. The product must be running.")
final class QuarantineCommand {

    @Mixin
    private final InData in = new InData();

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

        @ArgGroup(exclusive = false)
        private Between between = new Between();
    }

    /** When they came. */
    static final class Between {
        @Option(
                names = "--from",
                paramLabel = "TIME",
                defaultValue = "",
                description = "Only those that came then or later, for instance 2026-01-05T02:00:00Z.")
        private String from = "";

        @Option(names = "--to", paramLabel = "TIME", defaultValue = "", description = "Only those that came before.")
        private String to = "";
    }

    /** What a message says when it is mended. */
    static final class Payload {
        @Option(names = "--payload", paramLabel = "TEXT", required = true, description = "What it says.")
        private @Nullable String text;

        @Option(
                names = "--payload-file",
                paramLabel = "FILE",
                required = true,
                description = "A file that holds what it says, byte by byte.")
        private @Nullable Path file;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List messages, the newest first.")
    int list(
            @Option(names = "--state", defaultValue = "Waiting", description = "Waiting, Ordered, Replayed, Discarded.")
                    String state,
            @Option(names = "--limit", defaultValue = "100", description = "How many at most. Default: 100.") int limit,
            @ArgGroup(exclusive = false) @Nullable Between between) {
        String path = "/quarantine?limit=" + limit + "&state=" + encoded(state);
        if (between != null && !between.from.isEmpty()) {
            path += "&from=" + encoded(between.from);
        }
        if (between != null && !between.to.isEmpty()) {
            path += "&to=" + encoded(between.to);
        }
        for (Object item : in.product().get(path).getJsonArray("items")) {
            JsonObject message = (JsonObject) item;
            in.out()
                    .printf(
                            "%s  %s  %s%n    %s%n",
                            message.getString("id"),
                            message.getString("received"),
                            message.getString("topic"),
                            message.getString("reason"));
        }
        return in.done();
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show one message with what was done with it.")
    int show(@Parameters(paramLabel = "ID") String id) {
        JsonObject message = in.product().get("/quarantine/" + id);
        for (String field :
                new String[] {"id", "received", "state", "source", "machine", "topic", "reason", "replayOf"}) {
            in.out().printf("%-9s %s%n", field, message.getValue(field) == null ? "-" : message.getValue(field));
        }
        message.getJsonArray("events").forEach(event -> in.out().println("done      " + event));
        in.out().println(message.getString("hex"));
        return in.done();
    }

    @Command(
            name = "repair",
            mixinStandardHelpOptions = true,
            description = "Mend a message; what came is kept beside it. It waits for its replay then.")
    int repair(
            @Parameters(paramLabel = "ID") String id,
            @ArgGroup @Nullable Payload payload,
            @Option(names = "--topic", description = "The topic to which it should have come.") @Nullable String topic,
            @Option(
                            names = "--machine",
                            description = "For which machine the sender stands, where the topic does not say it.")
                    @Nullable
                    String machine)
            throws IOException {
        if (payload == null && topic == null && machine == null) {
            throw new IllegalStateException("mending " + id + ": say what is to be otherwise, for instance --payload");
        }
        JsonObject body = InData.by();
        if (payload != null && payload.file != null) {
            body.put("base64", Base64.getEncoder().encodeToString(Files.readAllBytes(payload.file)));
        } else if (payload != null) {
            body.put("payload", payload.text);
        }
        if (topic != null) {
            body.put("topic", topic);
        }
        if (machine != null) {
            body.put("machine", machine);
        }
        JsonObject message = in.product().post("/quarantine/" + id + "/repair", body);
        return in.say(message.getString("id") + " is mended; to be replayed by: quarantine replay " + id);
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Let messages go through the pipeline once more, mended where they were.")
    int replay(
            @ArgGroup(multiplicity = "1") Which which,
            @Option(names = "--as-it-came", description = "Not as somebody mended them.") boolean asItCame) {
        return move("replay", which, InData.by().put("asItCame", asItCame));
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Give messages up. They are kept and count as quarantined for ever.")
    int discard(
            @ArgGroup(multiplicity = "1") Which which,
            @Option(names = "--reason", required = true, description = "Why nobody wants them.") String reason) {
        return move("discard", which, InData.by().put("reason", reason));
    }

    private int move(String what, Which which, JsonObject body) {
        RunningApi product = in.product();
        if (which.fitting == null) {
            JsonObject message = product.post("/quarantine/" + which.id + "/" + what, body);
            in.out().println(message.getString("id") + " is " + message.getString("state"));
            return in.done();
        }
        body.put("machine", which.fitting.machine)
                .put("topic", which.fitting.topic)
                .put("matching", which.fitting.matching);
        if (!which.fitting.between.from.isEmpty()) {
            body.put("from", which.fitting.between.from);
        }
        if (!which.fitting.between.to.isEmpty()) {
            body.put("to", which.fitting.between.to);
        }
        long moved = 0;
        JsonObject answer;
        do {
            answer = product.post("/quarantine/" + what, body);
            moved += answer.getLong("moved");
        } while (answer.getBoolean("more") && answer.getLong("moved") > 0);
        in.out().println(moved + " messages: " + what);
        return in.done();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
