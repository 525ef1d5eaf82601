package wrenchline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wrenchline.hotline.audit.CallAudit;
import wrenchline.hotline.ledger.HeldAffairs;
import wrenchline.store.sql.Database;

/** The call log. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = "The log of telephone calls. May be used beside the product.")
final class CallsCommand {

    @Mixin
    private final InData in = new InData();

    /** One that is held, or all. */
    static final class Which {
        @Parameters(paramLabel = "ID", description = "One call or attempt, as 'calls held' names it.")
        private @Nullable String id;

        @Option(names = "--all", required = true, description = "All that are held.")
        @SuppressWarnings("UnusedVariable") // Without an id it is all.
        private boolean all;
    }

    /** Compares it with Asterisk's own records. */
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = {
                "Count the calls in Asterisk's own records (CDR) against the call log, look for numbers that were dialled twice for one "
                        + "attempt, and judge every callback again from its journal. Changes nothing.",
                "Exit code 0: all agree. 1: something does not."
            })
    int audit() throws IOException {
        try (Database database = in.database()) {
            return tell(new CallAudit(database.transactions(), database.calls()).of(run(), Instant.now()));
        }
    }

    @Command(
            name = "held",
            mixinStandardHelpOptions = true,
            description = {
                "List calls and attempts that the product could not enter in its books, however often it tried, with the reason.",
                "Exit code 0: there are none. 1: there are."
            })
    int held() throws IOException {
        List<HeldAffairs.Held> held = HeldAffairs.of(run()).list();
        held.forEach(affair -> in.out()
                .printf("%s  since %s  %d rows  %s%n", affair.id(), affair.since(), affair.rows(), affair.reason()));
        in.say(held.size() + " held");
        return held.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Enter what is held once more. The product that runs does it at once; one that does not, when it starts. What fails again is "
                        + "held again.",
                "Exit code 0: ordered. 1: there is no such call or attempt."
            })
    int replay(@ArgGroup(multiplicity = "1") Which which) throws IOException {
        HeldAffairs held = HeldAffairs.of(run());
        List<String> ids = which.id == null
                ? held.list().stream().map(HeldAffairs.Held::id).toList()
                : List.of(which.id);
        int ordered = 0;
        for (String id : ids) {
            ordered += held.order(id) ? 1 : 0;
        }
        in.say(ordered + " will be entered again");
        return ordered == ids.size() ? 0 : 1;
    }

    /** Also of an Asterisk that is not there any more, or that only the product was told of. */
    private Path run() throws IOException {
        Path run =
                in.settings().hotline().asterisk().folder().orElse(in.folder().resolve("asterisk"));
        if (!Files.isDirectory(run)) {
            throw new IllegalStateException("there is no Asterisk whose records could be read: no folder " + run);
        }
        return run;
    }

    private int tell(CallAudit.Report report) {
        report.flaws().forEach(in.out()::println);
        in.say(report.recorded() + " calls in Asterisk's records, " + report.logged() + " in the log; "
                + report.attempts() + " legs dialled; " + report.promises() + " promises judged again; "
                + report.flaws().size() + " do not agree");
        return report.flaws().isEmpty() ? 0 : 1;
    }
}
