package wrenchline.store.series;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that QuestDB's files live in: held by one process, and never left half created. */
final class QuestFolder implements AutoCloseable {

    private final Path folder;
    private final RandomAccessFile lockFile;

    private QuestFolder(Path folder, RandomAccessFile lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Takes {@code folder} for this process. What a creation that was cut short left there is thrown away. */
    static QuestFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            RandomAccessFile lockFile =
                    new RandomAccessFile(folder.resolve("in-use").toFile(), "rw");
            if (!locked(lockFile)) {
                lockFile.close();
                throw new IOException("another process uses it");
            }
            QuestFolder taken = new QuestFolder(folder, lockFile);
            if (!Files.exists(taken.marker())) {
                // Nothing was ever acknowledged before the marker was there.
                delete(taken.database());
            }
            Files.createDirectories(taken.database());
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("taking the history folder " + folder, e);
        }
    }

    private static boolean locked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // Held by this very process.
            return false;
        }
    }

    Path database() {
        return folder.resolve("db");
    }

    Path path() {
        return folder;
    }

    private Path marker() {
        return folder.resolve("created");
    }

    /** Puts the fresh files and their directories on disk, which QuestDB leaves to chance, then marks the folder as created. */
    void created() {
        if (Files.exists(marker())) {
            return;
        }
        try {
            try (Stream<Path> files = Files.walk(database())) {
                for (Path file : files.toList()) {
                    sync(file);
                }
            }
            Files.createFile(marker());
            sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("putting the new history in " + folder + " on disk", e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> files = Files.walk(target)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("giving up the history folder " + folder, e);
        }
    }
}
