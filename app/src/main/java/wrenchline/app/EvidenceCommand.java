package wrenchline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wrenchline.config.Texts;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.ticket.TicketId;
import wrenchline.store.archive.ArchiveCheck;
import wrenchline.store.archive.ArchiveWriter;
import wrenchline.store.archive.Flaw;
import wrenchline.store.sql.Database;

/** Evidence that leaves the house. */
@Command(name = "evidence", mixinStandardHelpOptions = true, description = "What proves that promises were kept.")
final class EvidenceCommand {

    @Mixin
    private final InData in = new InData();

    /** Writes the archive of a ticket. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Write the journals, recordings and seals of one ticket into a ZIP with a page for a reader who has neither the product "
                        + "nor a network. May run beside the product.",
                "Exit code 0: written. 1: there is no such ticket, or a recording cannot be read."
            })
    int export(
            @Parameters(paramLabel = "TICKET") long ticket,
            @Option(names = "--out", paramLabel = "FILE", description = "Default: evidence-TICKET.zip here.") @Nullable
                    Path out)
            throws IOException {
        Path file = (out == null ? Path.of("evidence-" + ticket + ".zip") : out).toAbsolutePath();
        Texts texts = Texts.read(Home.here().config("texts"));
        try (Database database = in.database()) {
            ArchiveWriter writer = new ArchiveWriter(database, in.settings().data(), texts, InstantSource.system());
            var written = writer.write(new TicketId(ticket), file);
            if (written.isEmpty()) {
                throw new IllegalStateException(
                        "exporting the evidence of ticket " + ticket + ": there is no such ticket");
            }
            in.say(written.get().file() + ": " + written.get().journals() + " journals, "
                    + written.get().recordings() + " recordings");
            in.say("SHA-256 of its list of files: " + written.get().digest());
        }
        return 0;
    }

    /** Checks an archive. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Check an archive without database and network: every byte, every seal, every recording; and judge its promises again "
                        + "from their journals.",
                "Exit code 0: it is as it was written. 1: it is not; each line names the file, and the entry in a journal."
            })
    int verify(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--anchors",
                            paramLabel = "LIST",
                            description =
                                    "Also look for its anchors in this list, as the product keeps it in evidence/anchors.jsonl.")
                    @Nullable
                    Path anchors)
            throws IOException {
        ArchiveCheck.Report report = anchors == null ? ArchiveCheck.of(file) : ArchiveCheck.of(file, anchors);
        report.judgements().forEach((promise, judgement) -> in.say("promise " + promise + ": " + told(judgement)));
        for (Flaw flaw : report.flaws()) {
            in.say(flaw.place() + ": " + flaw.what());
        }
        in.say(
                report.flaws().isEmpty()
                        ? "nothing was changed. SHA-256 of its list of files: " + report.digest()
                        : report.flaws().size() + " flaws: this is NOT what was exported");
        return report.flaws().isEmpty() ? 0 : 1;
    }

    private static String told(Judgement judgement) {
        String outcome = judgement.outcome().name().toLowerCase(Locale.ROOT);
        return judgement.at() == null
                ? outcome
                : outcome + " at " + judgement.at() + ", proved with grade " + judgement.grade();
    }
}
