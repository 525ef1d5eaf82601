package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may speak for a machine; asks the product that runs. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = "List machines, give them credentials, approve and revoke them. The product must be running.")
final class DeviceCommand {

    @Mixin
    private final InData in = new InData();

    /** Which credential; a password when nothing is said. */
    static final class Kind {
        @Option(names = "--password", description = "A password, printed once. The default.")
        @SuppressWarnings("UnusedVariable") // Said or not: it only excludes the others.
        private boolean password;

        @Option(names = "--certificate", description = "A key with its certificate, written to --out.")
        private boolean certificate;

        @Option(names = "--token", description = "A token to be sent as the user name, printed once.")
        private boolean token;

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                description = "The token that the machine has already, for instance from ThingsBoard.")
        private @Nullable Path tokenFile;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the accounts, those to be approved first.")
    int list() {
        for (Object item : in.product().get("/devices").getJsonArray("items")) {
            JsonObject device = (JsonObject) item;
            String kinds = String.join(
                    ",",
                    device.getJsonArray("credentials").stream()
                            .map(one -> ((JsonObject) one).getString("kind").toLowerCase(Locale.ROOT))
                            .toList());
            in.out()
                    .printf(
                            "%-24s %-9s %s%n",
                            device.getString("equipment"), device.getString("state"), kinds.isEmpty() ? "-" : kinds);
        }
        return in.done();
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Vouch for a machine: it raises tickets from now on.")
    int approve(@Parameters(paramLabel = "EQUIPMENT") String equipment) {
        in.product().post("/devices/" + equipment + "/approve", InData.by());
        return in.say(equipment + " is approved");
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Shut a machine out at once.")
    int revoke(
            @Parameters(paramLabel = "EQUIPMENT") String equipment,
            @Option(names = "--reason", defaultValue = "") String reason) {
        in.product().post("/devices/" + equipment + "/revoke", InData.by().put("reason", reason));
        return in.say(equipment + " is revoked");
    }

    @Command(name = "enrol", mixinStandardHelpOptions = true, description = "Give a machine its first credential.")
    int enrol(
            @Parameters(paramLabel = "EQUIPMENT") String equipment,
            @ArgGroup @Nullable Kind kind,
            @Option(
                            names = "--topic",
                            paramLabel = "FILTER",
                            description = "It may use these topics too, for instance spBv1.0/plant/+/node-7/#.")
                    @Nullable
                    List<String> topics,
            @Option(names = "--out", paramLabel = "DIR", description = "Where files are written. Default: here.")
                    @Nullable
                    Path out) {
        JsonObject body = wanted(kind).put("topics", topics == null ? List.of() : topics);
        return hand(equipment, in.product().post("/devices/" + equipment + "/enrol", body), out);
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Give a machine its next credential. The one before holds until the next one is first used.")
    int rotate(
            @Parameters(paramLabel = "EQUIPMENT") String equipment,
            @ArgGroup @Nullable Kind kind,
            @Option(names = "--now", description = "End the one before at once.") boolean now,
            @Option(names = "--out", paramLabel = "DIR", description = "Where files are written. Default: here.")
                    @Nullable
                    Path out) {
        JsonObject body = wanted(kind).put("atOnce", now);
        return hand(equipment, in.product().post("/devices/" + equipment + "/rotate", body), out);
    }

    private int hand(String equipment, JsonObject handout, @Nullable Path out) {
        DeviceFiles files = new DeviceFiles(out == null ? Path.of("") : out);
        boolean certificate = handout.getString("certificate") != null;
        if (certificate || out != null) {
            in.out().println("authority    " + files.write("authority.crt", handout.getString("authority")));
        }
        if (certificate) {
            in.out().println("certificate  " + files.write(equipment + ".crt", handout.getString("certificate")));
            in.out().println("key          " + files.write(equipment + ".key", handout.getString("key")));
        } else if (handout.getString("token") != null) {
            in.out().println("user name    " + handout.getString("token") + "   (without a password; told only now)");
        } else {
            in.out().println("user name    " + handout.getString("username"));
            in.out().println("password     " + handout.getString("password") + "   (told only now)");
        }
        return in.done();
    }

    private static JsonObject wanted(@Nullable Kind kind) {
        JsonObject wanted = InData.by();
        if (kind != null && kind.tokenFile != null) {
            return wanted.put("credential", "token").put("token", DeviceFiles.read(kind.tokenFile));
        }
        if (kind != null && kind.certificate) {
            return wanted.put("credential", "certificate");
        }
        return wanted.put("credential", kind != null && kind.token ? "token" : "password");
    }
}
