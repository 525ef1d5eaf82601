package wrenchline.gateway.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the log. Each is named by the position of its first byte; frames do not span two files. */
final class Segments {

    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.intake");

    private final Path folder;
    private final ConcurrentSkipListMap<Long, Path> files = new ConcurrentSkipListMap<>();

    private Segments(Path folder) {
        this.folder = folder;
    }

    static Segments in(Path folder) throws IOException {
        Segments segments = new Segments(folder);
        Files.createDirectories(folder);
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            for (Path file : content) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    segments.files.put(Long.valueOf(name.group(1)), file);
                }
            }
        }
        return segments;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Position of the oldest byte. */
    long first() {
        return files.firstKey();
    }

    /** Position of the first byte of the newest file. */
    long last() {
        return files.lastKey();
    }

    Path newest() {
        return files.lastEntry().getValue();
    }

    /** Opens the file whose first byte is at {@code start}, made if need be, for writing. */
    FileChannel create(long start) throws IOException {
        Path file = file(start);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        sync(folder);
        files.put(start, file);
        return channel;
    }

    /**
     * Throws when the file system has died, whatever the last sync said: ext4 that is shut down, or gives up its journal, while it syncs
     * was seen to report success for what is not on disk (Linux 6.18, after 22 of 140 cuts). It then opens no file any more (0 of 100).
     */
    void requireAlive(long start) throws IOException {
        FileChannel.open(file(start), StandardOpenOption.READ).close();
    }

    private Path file(long start) {
        return folder.resolve("%020d.intake".formatted(start));
    }

    /** The file with {@code position} in it, or the nearest one after it. */
    Map.@Nullable Entry<Long, Path> at(long position) {
        Map.Entry<Long, Path> before = files.floorEntry(position);
        return before == null ? files.ceilingEntry(position) : before;
    }

    /** Where the file after the one that begins at {@code start} begins; null for the newest. */
    @Nullable
    Long after(long start) {
        return files.higherKey(start);
    }

    /** Deletes the files that end at or before {@code position}; the newest stays. */
    void deleteBefore(long position) throws IOException {
        while (files.size() > 1) {
            Map.Entry<Long, Path> oldest = files.firstEntry();
            Long next = files.higherKey(oldest.getKey());
            if (next == null || next > position) {
                return;
            }
            Files.deleteIfExists(oldest.getValue());
            files.remove(oldest.getKey());
        }
    }

    /** Keeps a copy of a damaged file for whoever wants to look at it. */
    void setAside(Path file) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("damaged")).resolve(file.getFileName());
        if (!Files.exists(copy)) {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Bytes that can still be written to this disk. */
    long usableSpace() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** A new file is there after a power cut only when its folder was synced. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
