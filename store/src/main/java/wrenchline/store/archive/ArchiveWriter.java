package wrenchline.store.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.call.Recording;
import wrenchline.core.desk.Transactions;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Anchors;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.Wording;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.TicketId;
import wrenchline.store.sql.Database;
import wrenchline.store.sql.JournalLine;
import wrenchline.store.sql.Journals;

/** Writes all evidence of one ticket into one file (导出证据卷宗) that needs neither the product nor a network to be read. */
public final class ArchiveWriter {

    static final String PAGE = "index.html";
    static final String ANCHORS = "anchors.jsonl";
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final Journals journals;
    private final Anchors anchors;
    private final Path data;
    private final Wording wording;
    private final InstantSource clock;

    /**
     * @param data the folder below which the files of recordings lie
     */
    public ArchiveWriter(Database database, Path data, Wording wording, InstantSource clock) {
        this.transactions = database.transactions();
        this.journals = database.journals();
        this.anchors = database.anchors();
        this.data = data;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param digest SHA-256 of the list of files, which stands for the whole archive
     */
    public record Written(Path file, int journals, int recordings, String digest) {}

    private record Sealed(Journal journal, List<String> lines, Anchor anchor) {}

    /**
     * Writes the archive of {@code ticket} to {@code file}; empty when there is no such ticket.
     *
     * @throws IOException when a recording cannot be read or the archive cannot be written
     */
    public Optional<Written> write(TicketId ticket, Path file) throws IOException {
        boolean known = transactions.call(books -> books.tickets().look(ticket).isPresent());
        return known ? Optional.of(pack(ticket, file)) : Optional.empty();
    }

    private Written pack(TicketId ticket, Path file) throws IOException {
        List<Sealed> sealed = sealed(ticket);
        Set<Recording> recordings = new LinkedHashSet<>();
        sealed.forEach(one -> recordings.addAll(recordings(one.journal())));
        ZoneId zone = transactions.call(books -> books.rosters().current().zone());
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        String digest;
        try (Packer packer = new Packer(fresh)) {
            List<Journal> read = sealed.stream().map(Sealed::journal).toList();
            packer.add(PAGE, new LegalPage(ticket, read, zone, clock.instant(), wording).html());
            for (Sealed one : sealed) {
                packer.add(Journal.file(one.journal().promise()), text(one.lines()));
            }
            packer.add(
                    ANCHORS,
                    text(sealed.stream()
                            .map(Sealed::anchor)
                            .distinct()
                            .map(Anchor::line)
                            .toList()));
            for (Recording recording : recordings) {
                packer.add(recording.file(), data.resolve(recording.file()));
            }
            digest = packer.finish();
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return new Written(file, sealed.size(), recordings.size(), digest);
    }

    private List<Sealed> sealed(TicketId ticket) {
        List<PromiseId> promises = transactions.call(books -> books.promises().of(ticket).stream()
                .map(promise -> promise.facts().id())
                .toList());
        List<Sealed> sealed = new ArrayList<>();
        for (PromiseId promise : promises) {
            if (!journals.lines(promise).isEmpty()) {
                sealed.add(sealed(promise));
            }
        }
        return sealed;
    }

    /** The journal up to an entry that an anchor names; the product may go on writing meanwhile. */
    private Sealed sealed(PromiseId promise) {
        for (int tried = 0; tried < TRIES; tried++) {
            // Only so many journals fit into one anchor.
            Optional<Anchor> dropped = anchors.drop(clock.instant());
            while (dropped.isPresent()) {
                dropped = anchors.drop(clock.instant());
            }
            List<String> lines = journals.lines(promise);
            List<JournalLine> read =
                    lines.stream().map(line -> JournalLine.read(promise, line)).toList();
            var last = read.getLast().link();
            Anchor.Head head = new Anchor.Head(promise, last.sequence(), last.hash());
            Optional<Anchor> anchor = anchors.covering(promise, last.sequence())
                    .filter(found -> found.heads().contains(head));
            if (anchor.isPresent()) {
                return new Sealed(new Journal(promise, read), lines, anchor.get());
            }
        }
        throw new IllegalStateException("exporting journal " + promise + ": its last entry is in no anchor");
    }

    /** Those that were not deleted; one that is gone without a word fails when it is packed. */
    private static Set<Recording> recordings(Journal journal) {
        Set<Recording> there = new LinkedHashSet<>();
        for (Evidence evidence : journal.evidence()) {
            if (evidence instanceof Evidence.Recorded recorded) {
                there.add(recorded.recording());
            } else if (evidence instanceof Evidence.RecordingDeleted deleted) {
                there.remove(deleted.recording());
            }
        }
        return there;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
