package wrenchline.store.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Anchors;
import wrenchline.store.sql.AnchorLine;

/**
 * The list of anchors outside the database, a line each (锚点清单). Who holds a copy of it can prove any later change of any journal,
 * also one by whoever administers the database.
 */
public final class AnchorFile {

    private static final int AT_ONCE = 500;

    private final Path file;
    private long last;

    /** The list in {@code file}, which is made with the first anchor. */
    public AnchorFile(Path file) throws IOException {
        this.file = file;
        List<String> lines = lines();
        this.last = lines.isEmpty() ? 0 : AnchorLine.read(lines.getLast()).number();
    }

    /** Appends every anchor that the list lacks; on disk when it returns. */
    public void follow(Anchors anchors) throws IOException {
        List<Anchor> fresh = anchors.after(last, AT_ONCE);
        while (!fresh.isEmpty()) {
            StringBuilder text = new StringBuilder();
            fresh.forEach(anchor -> text.append(anchor.line()).append('\n'));
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            last = fresh.getLast().number();
            fresh = anchors.after(last, AT_ONCE);
        }
    }

    /** The numbers of the anchors of the list that the database does not have, or has otherwise. */
    public List<Long> unlike(Anchors anchors) throws IOException {
        List<Long> unlike = new ArrayList<>();
        long position = 0;
        List<Anchor> known = List.of();
        for (String line : lines()) {
            if (known.isEmpty()) {
                known = new ArrayList<>(anchors.after(position, AT_ONCE));
            }
            position++;
            if (known.isEmpty() || !known.removeFirst().line().equals(line)) {
                unlike.add(position);
            }
        }
        return unlike;
    }

    /** Whole lines alone: one that a power cut tore is written again. */
    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole), StandardOpenOption.TRUNCATE_EXISTING);
        }
        return text.substring(0, whole).lines().toList();
    }
}
