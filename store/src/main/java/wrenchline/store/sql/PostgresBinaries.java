package wrenchline.store.sql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked from the class path once and found again by every later start. */
final class PostgresBinaries {

    /** The major version whose data folders these programs can open. */
    static final String MAJOR = "18";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder with {@code bin/initdb} and {@code bin/postgres}, unpacked below {@code cache} when it is not there yet. */
    static synchronized Path unpackedIn(Path cache) {
        Path home = cache.toAbsolutePath().resolve("postgresql-" + MAJOR + "-" + size());
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(home.getParent());
            Path lockFile = home.resolveSibling(home.getFileName() + ".lock");
            // Two processes may come at the same time; the second finds the work done. Two threads cannot: a file is
            // locked by a process.
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(home)) {
                    unpack(home);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("unpacking the PostgreSQL programs into " + home, e);
        }
    }

    /** A new archive gets a new folder, so an old folder is never taken for it. */
    private static long size() {
        try {
            return archive().openConnection().getContentLengthLong();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + ARCHIVE + " from the class path", e);
        }
    }

    private static URL archive() throws IOException {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new IOException("reading " + ARCHIVE + ": the PostgreSQL programs are not on the class path");
        }
        return archive;
    }

    private static void unpack(Path home) throws IOException {
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(archive().openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, partial);
            }
        }
        // The programs may be run under another user than the one who unpacked them.
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("unpacking " + entry.getName() + ": it points outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        return permissions;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
