package wrenchline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;
import wrenchline.store.sql.Database;
import wrenchline.store.sql.Verification;

/** Recomputes every state and clock from its events, and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recompute the state and the clock of every ticket, promise, callback, notice and device account from its events, and every "
                    + "chain of evidence, and compare with what is stored. Changes nothing; may run beside the product.",
            "Exit code 0: all agree. 1: something does not."
        })
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: var.")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Home home = Home.here();
        Path folder = data == null ? home.folder().resolve("var") : data;
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("verifying " + folder + ": there is no such data folder");
        }
        Settings settings = new SettingsFile(
                        home.folder(), folder.toAbsolutePath(), new Overrides(Map.of(), System.getenv()))
                .read(home.config("wrenchline.yaml"));
        try (Database database = Database.join(settings.database(), home.cache(), InstantSource.system())) {
            List<Verification.Flaw> flaws = new ArrayList<>();
            for (long number : Anchoring.open(settings.data()).unlike(database.anchors())) {
                flaws.add(new Verification.Flaw(
                        "anchor", Long.toString(number), "the list outside the database has another"));
            }
            Verification.Report report = database.verification().run();
            flaws.addAll(report.flaws());
            return tell(new Verification.Report(report.checked(), flaws));
        }
    }

    private int tell(Verification.Report report) {
        PrintWriter out = command.commandLine().getOut();
        for (Verification.Flaw flaw : report.flaws()) {
            out.println(flaw.subject() + " " + flaw.id() + ": " + flaw.what());
        }
        out.println(report.checked() + " checked, " + report.flaws().size() + " do not agree");
        return report.flaws().isEmpty() ? 0 : 1;
    }
}
