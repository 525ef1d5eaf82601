package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;
import wrenchline.core.reading.LedgerCheck;
import wrenchline.dashboard.wire.LedgerLine;
import wrenchline.store.sql.Database;

/** The books of what came in. */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = "The books of what machines sent.")
final class LedgerCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ROW = "%-10s  %-32s %12s %12s %12s %12s %12s %12s %12s  %s%n";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** Compares them with the history. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Recount the history and the quarantine per machine and UTC day, and compare with the books: received = stored + "
                        + "quarantined + duplicate. Changes nothing; asks the product when it runs, and opens its stores when not.",
                "Exit code 0: all agree. 1: something does not."
            })
    int check(
            @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: var.") @Nullable
                    Path data,
            @Option(names = "--days", description = "How many days back. Default: 7.", defaultValue = "7") int days)
            throws IOException, InterruptedException {
        Home home = Home.here();
        Path folder = data == null ? home.folder().resolve("var") : data;
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("checking the ledger of " + folder + ": there is no such data folder");
        }
        try (DataFolder mine = DataFolder.open(folder)) {
            return tell(mine.isOurs() ? fromStores(home, mine.path(), days) : fromProduct(mine.path(), days));
        }
    }

    private static List<LedgerLine> fromStores(Home home, Path data, int days) throws IOException {
        Settings settings = new SettingsFile(home.folder(), data, new Overrides(Map.of(), System.getenv()))
                .read(home.config("wrenchline.yaml"));
        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Histories.Opened history = Histories.open(settings.history());
        try (Database database = Database.join(settings.database(), home.cache(), InstantSource.system())) {
            return new LedgerCheck(database.ledger(), history.readings())
                    .run(last.minusDays(days), last).stream()
                            .map(LedgerLine::of)
                            .toList();
        } finally {
            close(history.end());
        }
    }

    private static void close(AutoCloseable history) throws IOException {
        try {
            history.close();
        } catch (Exception failure) {
            throw new IOException("closing the history", failure);
        }
    }

    /** The history of a running product can be read by nobody else. */
    private static List<LedgerLine> fromProduct(Path data, int days) throws IOException, InterruptedException {
        JsonObject access = new JsonObject(Files.readString(data.resolve("access.json")));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(access.getString("http") + "/api/v1/ledger?days=" + days))
                .header("Authorization", "Bearer " + access.getString("operatorToken"))
                .timeout(PATIENCE)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "asking the product for its ledger: " + response.statusCode() + " " + response.body());
            }
            return new JsonObject(response.body())
                    .getJsonArray("items").stream()
                            .map(item -> line((JsonObject) item))
                            .toList();
        }
    }

    private static LedgerLine line(JsonObject item) {
        return new LedgerLine(
                item.getString("machine"),
                item.getString("day"),
                item.getLong("received"),
                item.getLong("stored"),
                item.getLong("quarantined"),
                item.getLong("duplicate"),
                item.getLong("late"),
                item.getLong("inHistory"),
                item.getLong("inQuarantine"),
                item.getBoolean("agrees"));
    }

    private int tell(List<LedgerLine> lines) {
        PrintWriter out = command.commandLine().getOut();
        out.printf(
                ROW,
                "day",
                "machine",
                "received",
                "stored",
                "quarantined",
                "duplicate",
                "late",
                "in history",
                "in quarant.",
                "");
        for (LedgerLine line : lines) {
            out.printf(
                    ROW,
                    line.day(),
                    line.machine().isEmpty() ? "(nobody's)" : line.machine(),
                    line.received(),
                    line.stored(),
                    line.quarantined(),
                    line.duplicate(),
                    line.late(),
                    line.inHistory(),
                    line.inQuarantine(),
                    line.agrees() ? "" : "DOES NOT AGREE");
        }
        long wrong = lines.stream().filter(line -> !line.agrees()).count();
        out.println(lines.size() + " accounts checked, " + wrong + " do not agree");
        out.flush();
        return wrong == 0 ? 0 : 1;
    }
}
