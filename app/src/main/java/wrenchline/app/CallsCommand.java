package wrenchline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;
import wrenchline.hotline.audit.CallAudit;
import wrenchline.store.sql.Database;

/** The call log. */
@Command(name = "calls", mixinStandardHelpOptions = true, description = "The log of telephone calls.")
final class CallsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** Compares it with Asterisk's own records. */
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = {
                "Count the calls in Asterisk's own records (CDR) against the call log, look for numbers that were dialled twice for one "
                        + "attempt, and judge every callback again from its journal. Changes nothing; may run beside the product.",
                "Exit code 0: all agree. 1: something does not."
            })
    int audit(
            @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: var.") @Nullable
                    Path data)
            throws IOException {
        Home home = Home.here();
        Settings settings = new SettingsFile(
                        home.folder(), EvidenceCommand.folder(home, data), new Overrides(Map.of(), System.getenv()))
                .read(home.config("wrenchline.yaml"));
        Path run = switch (settings.hotline().asterisk()) {
            case AsteriskSettings.Started started -> started.run();
            case AsteriskSettings.Running(Path running) -> running;
            case AsteriskSettings.Missing(String reason) ->
                throw new IllegalStateException("auditing the calls: " + reason);
        };
        try (Database database = Database.join(settings.database(), home.cache(), InstantSource.system())) {
            return tell(new CallAudit(database.transactions(), database.calls()).of(run, Instant.now()));
        }
    }

    private int tell(CallAudit.Report report) {
        PrintWriter out = command.commandLine().getOut();
        report.flaws().forEach(out::println);
        out.println(report.recorded() + " calls in Asterisk's records, " + report.logged() + " in the log; "
                + report.attempts() + " legs dialled; " + report.promises() + " promises judged again; "
                + report.flaws().size() + " do not agree");
        out.flush();
        return report.flaws().isEmpty() ? 0 : 1;
    }
}
