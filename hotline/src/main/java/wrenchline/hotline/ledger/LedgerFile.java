package wrenchline.hotline.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file that Asterisk appends to, and beside it the place up to which it was dealt with. */
final class LedgerFile {

    /** At most this much at once, so that a long absence does not fill the memory. */
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final Path mark;
    private long position;
    private long marked;

    LedgerFile(Path file, Path mark) throws IOException {
        this.file = file;
        this.mark = mark;
        this.position =
                Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
        this.marked = position;
    }

    /** A line with the place at which it begins. */
    record Line(long position, String text) {}

    long position() {
        return position;
    }

    /** The next whole lines; none when there is nothing new. A file that became shorter is read from its beginning. */
    List<Line> next() throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size < position) {
            position = 0;
        }
        if (size == position) {
            return List.of();
        }
        byte[] bytes = new byte[(int) Math.min(CHUNK, size - position)];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(position);
            open.readFully(bytes);
        }
        return lines(bytes);
    }

    private List<Line> lines(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int begin = 0;
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '\n') {
                lines.add(new Line(position + begin, new String(bytes, begin, index - begin, StandardCharsets.UTF_8)));
                begin = index + 1;
            }
        }
        position += begin;
        return lines;
    }

    /** Keeps that everything before {@code done} was dealt with. */
    void mark(long done) throws IOException {
        if (done == marked) {
            return;
        }
        Path next = mark.resolveSibling(mark.getFileName() + ".next");
        Files.writeString(
                next,
                done + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.SYNC);
        Files.move(next, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        marked = done;
    }
}
