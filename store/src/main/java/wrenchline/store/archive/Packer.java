package wrenchline.store.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import wrenchline.core.evidence.Sha256;

/** Writes an archive, file after file; the last is the list of all with their SHA-256, as {@code sha256sum} reads it. */
final class Packer implements AutoCloseable {

    static final String SUMS = "SHA256SUMS";
    /** Offsets in a ZIP have 32 bits. */
    private static final long MOST = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final List<Packing.Piece> pieces = new ArrayList<>();
    private final Map<String, String> sums = new LinkedHashMap<>();
    private long position;

    Packer(Path file) throws IOException {
        this.out = Files.newOutputStream(file);
    }

    void add(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        put(name, bytes.length, (int) crc.getValue());
        out.write(bytes);
        sums.put(name, Sha256.of(text));
    }

    void add(String name, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        long length;
        try (InputStream once =
                new CheckedInputStream(new DigestInputStream(Files.newInputStream(file), digest), crc)) {
            length = once.transferTo(OutputStream.nullOutputStream());
        }
        put(name, length, (int) crc.getValue());
        long copied = Files.copy(file, out);
        if (copied != length) {
            throw new IOException("packing " + file + ": it changes while it is read");
        }
        sums.put(name, Sha256.hex(digest.digest()));
    }

    private void put(String name, long length, int crc) throws IOException {
        Packing.Piece piece = new Packing.Piece(name, position, length, crc);
        if (piece.end() > MOST) {
            throw new IOException("packing " + name + ": the archive would be larger than 4 GiB");
        }
        out.write(Packing.header(piece));
        pieces.add(piece);
        position = piece.end();
    }

    /** Ends the archive; returns the SHA-256 of the list of all files. */
    String finish() throws IOException {
        StringBuilder list = new StringBuilder();
        sums.forEach((name, sum) -> list.append(sum).append("  ").append(name).append('\n'));
        add(SUMS, list.toString());
        out.write(Packing.directory(pieces, position));
        return Sha256.of(list.toString());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
