package wrenchline.hotline.ivr;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import wrenchline.core.call.Recording;

/** Seals sound files (WAV, 8 kHz, mono, 16 bit) when they are complete. */
public final class SoundFile {

    private static final int HEADER = 44;
    private static final int LENGTH_AT = 40;
    private static final long BYTES_PER_SECOND = 16_000;

    private SoundFile() {}

    /**
     * The recording, or empty when there is no sound or the file is still being written: its header gets the true length only
     * when it is closed.
     *
     * @param folder of all recordings; it lies in the data folder
     */
    public static Optional<Recording> seal(Path folder, Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long size = Files.size(file);
        if (size <= HEADER || length(file) + HEADER > size || length(file) == 0) {
            return Optional.empty();
        }
        String name = folder.getFileName() + "/" + folder.relativize(file);
        Duration length = Duration.ofMillis((size - HEADER) * 1000 / BYTES_PER_SECOND);
        return Optional.of(new Recording(name, sha256(file), length));
    }

    private static long length(Path file) throws IOException {
        byte[] bytes = new byte[4];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(LENGTH_AT);
            open.readFully(bytes);
        }
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream open = new DigestInputStream(Files.newInputStream(file), digest())) {
            open.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) open).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
