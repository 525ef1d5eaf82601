package wrenchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder for everything that the product writes. One product has it at a time. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(Path path, FileChannel channel, @Nullable FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes {@code path} if need be, readable by its owner alone, and asks for it. */
    static DataFolder open(Path path) {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            Path real = path.toRealPath();
            FileChannel channel =
                    FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(real, channel, channel.tryLock());
        } catch (IOException unusable) {
            throw new UncheckedIOException("opening the data folder " + path, unusable);
        }
    }

    Path path() {
        return path;
    }

    /** Whether no other process has it. */
    boolean isOurs() {
        return lock != null;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closing) {
            throw new UncheckedIOException("leaving the data folder " + path, closing);
        }
    }
}
