package wrenchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files that a machine is given, readable by their owner alone. */
record DeviceFiles(Path folder) {

    /** Replaces the file {@code name}; returns it. */
    Path write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder.toAbsolutePath());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, content);
        } catch (IOException unusable) {
            throw new UncheckedIOException("writing " + file, unusable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + file, unreadable);
        }
    }
}
