package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.LedgerCheck;
import wrenchline.dashboard.wire.LedgerLine;
import wrenchline.gateway.intake.Unfollowed;
import wrenchline.store.sql.Database;

/** The books of what came in. */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = "The books of what machines sent.")
final class LedgerCommand {

    private static final int NOT_YET = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ROW = "%-10s  %-32s %12s %12s %12s %12s %12s %12s %12s  %s%n";

    @Mixin
    private final InData in = new InData();

    /** Compares them with the history. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Recount the history and the quarantine per machine and UTC day, and compare with the books: received = stored + "
                        + "quarantined + duplicate. Changes nothing; asks the product when it runs, and opens its stores when not.",
                "Exit code 0: all agree. 1: something does not. 3: messages wait in the intake log for the next start of the "
                        + "product, and only then everything can be compared."
            })
    int check(@Option(names = "--days", description = "How many days back. Default: 7.", defaultValue = "7") int days)
            throws IOException {
        try (DataFolder mine = DataFolder.open(in.folder())) {
            return mine.isOurs() ? fromStores(mine.path(), days) : tell(fromProduct(days), 0);
        }
    }

    private int fromStores(Path data, int days) throws IOException {
        Home home = Home.here();
        Settings settings = new SettingsFile(home.folder(), data, new Overrides(Map.of(), System.getenv()))
                .read(home.config("wrenchline.yaml"));
        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Histories.Opened history = Histories.open(settings.history());
        try (Database database = Database.join(settings.database(), home.cache(), InstantSource.system())) {
            Ledger ledger = database.ledger();
            long unfollowed = Unfollowed.messages(settings.intake().folder(), ledger.position(Ledger.Follower.STORING));
            LedgerCheck check = new LedgerCheck(ledger, history.readings());
            List<LedgerCheck.Line> lines = unfollowed == 0
                    ? check.run(last.minusDays(days), last)
                    // Nobody goes on with the books before the next start.
                    : check.compare(last.minusDays(days), last);
            return tell(lines.stream().map(line -> LedgerLine.of(line, true)).toList(), unfollowed);
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
    private List<LedgerLine> fromProduct(int days) {
        return in.product().get("/ledger?wait=10&days=" + days, PATIENCE).getJsonArray("items").stream()
                .map(item -> line((JsonObject) item))
                .toList();
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
                item.getBoolean("agrees"),
                item.getBoolean("settled"));
    }

    /** @param unfollowed messages in the intake log that are not in the books yet */
    private int tell(List<LedgerLine> lines, long unfollowed) {
        PrintWriter out = in.out();
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
                    line.agrees() ? "" : unfollowed > 0 ? "NOT YET" : "DOES NOT AGREE");
        }
        long wrong = lines.stream().filter(line -> !line.agrees()).count();
        if (unfollowed > 0) {
            out.println("The intake log is not followed to its end yet: " + unfollowed
                    + " messages to go. Start the product, and check again.");
            out.flush();
            return NOT_YET;
        }
        out.println(lines.size() + " accounts checked, " + wrong + " do not agree");
        out.flush();
        return wrong == 0 ? 0 : 1;
    }
}
