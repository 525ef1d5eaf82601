package wrenchline.hotline.ledger;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calls and attempts that could not be entered in the books, however often it was tried (隔离的通话): a file for each, beside the
 * ledger, because it may be the database that refuses them. Whoever has mended the cause orders them to be told again; the product does
 * so at once when it runs, else when it starts.
 */
public final class HeldAffairs {

    private static final String HELD = ".held";
    private static final String ORDERED = ".ordered";

    private final Path folder;

    /**
     * One of them.
     *
     * @param id the channel with which it began
     * @param rows how many rows of the ledger belong to it
     */
    public record Held(String id, Instant since, String reason, int rows) {}

    private HeldAffairs(Path folder) {
        this.folder = folder;
    }

    /** Those of the telephone system that writes into {@code run}. */
    public static HeldAffairs of(Path run) {
        return new HeldAffairs(run.resolve("cel.held"));
    }

    /** All that wait for somebody, by id. */
    public List<Held> list() throws IOException {
        List<Held> held = new ArrayList<>();
        for (String id : ids(HELD)) {
            List<String> lines = Files.readAllLines(file(id, HELD));
            List<String> head = QuotedLine.fields(lines.getFirst());
            held.add(new Held(id, Instant.parse(head.get(0)), head.get(1), lines.size() - 1));
        }
        return held;
    }

    /** Orders {@code id} to be told again; false when there is none. */
    public boolean order(String id) throws IOException {
        if (!ids(HELD).contains(id)) {
            return false;
        }
        Files.move(file(id, HELD), file(id, ORDERED), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    List<String> ordered() throws IOException {
        return ids(ORDERED);
    }

    List<String> waiting() throws IOException {
        return ids(HELD);
    }

    /** Keeps an affair until somebody has looked into it. */
    void hold(Affair affair, String reason, Instant now) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        lines.add(
                QuotedLine.of(List.of(now.toString(), reason.lines().findFirst().orElse(""))));
        affair.story().forEach(told -> lines.add(told.line()));
        Path next = folder.resolve("next");
        Files.write(next, lines, CREATE, WRITE, TRUNCATE_EXISTING, SYNC);
        Files.move(next, file(affair.id(), HELD), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(file(affair.id(), ORDERED));
    }

    /** More is told of one that is held; what it has already is left out. */
    void add(String id, Told told) throws IOException {
        Path held = file(id, HELD);
        Path file = Files.exists(held) ? held : file(id, ORDERED);
        if (!Files.readAllLines(file).contains(told.line())) {
            Files.write(file, List.of(told.line()), APPEND, SYNC);
        }
    }

    /** What was kept of one that is to be told again. */
    Affair story(String id) throws IOException {
        Affair affair = new Affair(id, Long.MAX_VALUE);
        Files.readAllLines(file(id, ORDERED)).stream()
                .skip(1)
                .map(Told::read)
                .flatMap(Optional::stream)
                .forEach(affair::add);
        return affair;
    }

    /** It was dealt with after all. */
    void done(String id) throws IOException {
        Files.deleteIfExists(file(id, ORDERED));
    }

    private List<String> ids(String state) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(state))
                    .map(name -> name.substring(0, name.length() - state.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Ids are digits and points, or UUIDs; nothing else may name a file. */
    private Path file(String id, String state) {
        return folder.resolve(id.replaceAll("[^0-9A-Za-z.-]", "_") + state);
    }
}
