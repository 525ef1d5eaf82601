package wrenchline.gateway.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder of the product's own keys and certificates, readable by its owner alone. A name stands for two files, of which the
 * certificate is written last: where it is, its key is too, also after a power cut.
 */
record KeyFolder(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    Path certificate(String name) {
        return path.resolve(name + ".crt");
    }

    Path key(String name) {
        return path.resolve(name + ".key");
    }

    boolean has(String name) {
        return Files.exists(certificate(name));
    }

    void write(String name, String key, String certificate) {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path, OWNERS_FOLDER);
            }
            replace(key(name), key);
            replace(certificate(name), certificate);
        } catch (IOException unusable) {
            throw new UncheckedIOException("keeping the key and the certificate " + name + " in " + path, unusable);
        }
    }

    String read(Path file) {
        try {
            return Files.readString(file, US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + file, unreadable);
        }
    }

    /** In one step, and for good. */
    private void replace(Path file, String content) throws IOException {
        Path fresh = path.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNERS)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
