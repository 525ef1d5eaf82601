package wrenchline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The secrets of one data folder: made once at random, kept in a file that only its owner may read. */
public final class Secrets {

    private static final int BYTES = 16;

    private final Path file;
    private final Properties known = new Properties();

    /** Opens {@code secrets.properties} of {@code folder}; makes both where they do not exist. */
    public Secrets(Path folder) {
        this.file = folder.resolve("secrets.properties");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            } else {
                var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, onlyOwner);
                // A power cut must not take back a secret that the database knows already.
                try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                    directory.force(true);
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("opening the secrets in " + file, unusable);
        }
    }

    /** The secret called {@code name}, made at its first use. */
    public synchronized Secret get(String name) {
        String value = known.getProperty(name);
        if (value == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            value = HexFormat.of().formatHex(random);
            known.setProperty(name, value);
            try {
                String line = name + "=" + value + System.lineSeparator();
                Files.writeString(
                        file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            } catch (IOException unusable) {
                throw new UncheckedIOException("keeping the secret " + name + " in " + file, unusable);
            }
        }
        return new Secret(value);
    }
}
