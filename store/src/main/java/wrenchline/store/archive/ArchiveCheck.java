package wrenchline.store.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import wrenchline.core.call.Recording;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.promise.PromiseId;
import wrenchline.store.sql.AnchorLine;
import wrenchline.store.sql.JournalLine;

/** Checks an archive without a database or a network (核验证据卷宗): every byte, every seal, every recording. */
public final class ArchiveCheck {

    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Journal> journals = new ArrayList<>();
    private final Unpacking archive;
    private List<Anchor> anchors = List.of();

    private ArchiveCheck(Path file) throws IOException {
        this.archive = new Unpacking(file, flaws::add);
    }

    /**
     * What was found.
     *
     * @param judgements what each journal proves, by promise, recomputed from its entries
     * @param digest SHA-256 of the list of files, which stands for the whole archive
     */
    public record Report(List<Flaw> flaws, Map<PromiseId, Judgement> judgements, String digest) {
        public Report {
            flaws = List.copyOf(flaws);
        }
    }

    /** Checks {@code file} by itself. */
    public static Report of(Path file) throws IOException {
        return run(file, Set.of());
    }

    /** Checks {@code file}, and whether its anchors are those of the list that the product keeps outside its database. */
    public static Report of(Path file, Path anchors) throws IOException {
        return run(file, Set.copyOf(Files.readAllLines(anchors)));
    }

    private static Report run(Path file, Set<String> known) throws IOException {
        ArchiveCheck check = new ArchiveCheck(file);
        try (Unpacking open = check.archive) {
            check.sums(open);
            check.anchors(open, known);
            check.journals(open);
            check.recordings(open);
            Map<PromiseId, Judgement> judgements = new LinkedHashMap<>();
            check.journals.forEach(
                    journal -> judgements.put(journal.promise(), journal.judgement(check.until(journal))));
            return new Report(check.flaws, judgements, open.sums().getOrDefault(Packer.SUMS, ""));
        }
    }

    private void sums(Unpacking open) throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        for (String line : open.text(Packer.SUMS).lines().toList()) {
            if (!line.matches("[0-9a-f]{64}  [A-Za-z0-9._/-]+")
                    || listed.put(line.substring(66), line.substring(0, 64)) != null) {
                flaws.add(new Flaw(Packer.SUMS, "line '" + line + "' is none"));
            }
        }
        Map<String, String> there = new LinkedHashMap<>(open.sums());
        there.remove(Packer.SUMS);
        there.forEach((name, sum) -> {
            if (!sum.equals(listed.remove(name))) {
                flaws.add(new Flaw(name, "its SHA-256 is not what " + Packer.SUMS + " says"));
            }
        });
        listed.keySet().forEach(name -> flaws.add(new Flaw(name, "it is missing")));
    }

    private void anchors(Unpacking open, Set<String> known) throws IOException {
        List<Anchor> read = new ArrayList<>();
        int number = 0;
        for (String line : open.text(ArchiveWriter.ANCHORS).lines().toList()) {
            number++;
            String place = ArchiveWriter.ANCHORS + ", line " + number;
            try {
                read.add(AnchorLine.read(line));
                if (!known.isEmpty() && !known.contains(line)) {
                    flaws.add(new Flaw(place, "the product's own list has no such anchor"));
                }
            } catch (IllegalArgumentException none) {
                flaws.add(new Flaw(place, "it is no anchor"));
            }
        }
        anchors = read;
    }

    private void journals(Unpacking open) throws IOException {
        for (String name : open.sums().keySet()) {
            if (name.startsWith(Journal.FOLDER)) {
                journal(name, open.text(name));
            }
        }
    }

    private void journal(String name, String text) {
        PromiseId promise;
        try {
            String id = name.substring(Journal.FOLDER.length(), name.length() - Journal.ENDING.length());
            promise = new PromiseId(UUID.fromString(id));
        } catch (RuntimeException none) {
            flaws.add(new Flaw(name, "it is not named as journals are"));
            return;
        }
        List<JournalLine> lines = new ArrayList<>();
        Chain end = Chain.of(promise);
        for (String line : text.lines().toList()) {
            String place = name + ", entry " + (end.sequence() + 1);
            try {
                JournalLine read = JournalLine.read(promise, line);
                if (!read.before().equals(end)) {
                    // The hash of the line before is written in this one: one of both was changed.
                    flaws.add(new Flaw(
                            end.sequence() == 0 ? place : name + ", entry " + end.sequence(),
                            "it is not what entry " + (end.sequence() + 1) + " was sealed to"));
                }
                lines.add(read);
                end = new Chain(promise, end.sequence() + 1, read.link().hash());
            } catch (IllegalArgumentException broken) {
                flaws.add(new Flaw(place, "it was changed: it is no longer an entry of this journal"));
                return;
            }
        }
        head(name, end);
        journals.add(new Journal(promise, lines));
    }

    /** The head must be in an anchor: otherwise the last entry could be changed, or cut off, unseen. */
    private void head(String name, Chain end) {
        boolean anchored = anchors.stream()
                .flatMap(anchor -> anchor.heads().stream())
                .anyMatch(head -> head.equals(new Anchor.Head(end.promise(), end.sequence(), end.hash())));
        if (!anchored) {
            flaws.add(new Flaw(name + ", entry " + end.sequence(), "no anchor names it as the journal's last entry"));
        }
    }

    private void recordings(Unpacking open) {
        for (Journal journal : journals) {
            List<Evidence> evidence = journal.evidence();
            Set<Recording> deleted = evidence.stream()
                    .filter(Evidence.RecordingDeleted.class::isInstance)
                    .map(one -> ((Evidence.RecordingDeleted) one).recording())
                    .collect(Collectors.toSet());
            evidence.stream()
                    .filter(Evidence.Recorded.class::isInstance)
                    .map(one -> ((Evidence.Recorded) one).recording())
                    .filter(recording -> !deleted.contains(recording))
                    .forEach(recording -> recording(open, recording));
        }
    }

    private void recording(Unpacking open, Recording recording) {
        String sum = open.sums().get(recording.file());
        if (sum == null) {
            flaws.add(new Flaw(recording.file(), "the recording is missing, and no entry says that it was deleted"));
        } else if (!sum.equals(recording.sha256())) {
            flaws.add(new Flaw(recording.file(), "the recording is not what was sealed in the journal"));
        }
    }

    /** The journal is known to be complete up to its last anchor. */
    private Instant until(Journal journal) {
        return anchors.stream()
                .map(Anchor::at)
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElseGet(() -> journal.lines().isEmpty()
                        ? Instant.EPOCH
                        : journal.lines().getLast().link().at());
    }
}
