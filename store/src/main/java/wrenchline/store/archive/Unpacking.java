package wrenchline.store.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import wrenchline.core.evidence.Sha256;

/** Reads an archive and tells every byte that is not where {@link Packing} puts it. */
final class Unpacking implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_NAME = 200;

    private final RandomAccessFile file;
    private final Consumer<Flaw> flaws;
    private final Map<String, Packing.Piece> pieces = new LinkedHashMap<>();
    private final Map<String, String> sums = new LinkedHashMap<>();

    Unpacking(Path file, Consumer<Flaw> flaws) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
        this.flaws = flaws;
        walk();
    }

    /** The SHA-256 of each file as it is. */
    Map<String, String> sums() {
        return sums;
    }

    /** A file's content as text; only for those that are read whole. */
    String text(String name) throws IOException {
        Packing.Piece piece = pieces.get(name);
        return piece == null ? "" : new String(bytes(piece.contentAt(), (int) piece.length()), StandardCharsets.UTF_8);
    }

    private void walk() throws IOException {
        long position = 0;
        List<Packing.Piece> found = new ArrayList<>();
        while (!isDirectory(position)) {
            Packing.Piece piece = piece(position);
            String before = found.isEmpty()
                    ? "at the beginning"
                    : "after " + found.getLast().name();
            if (piece == null || pieces.containsKey(piece.name())) {
                flaws.accept(
                        new Flaw("archive, byte " + position, "the header of the file " + before + " was changed"));
                return;
            }
            take(piece);
            found.add(piece);
            position = piece.end();
        }
        directory(found, position);
    }

    private void take(Packing.Piece piece) throws IOException {
        byte[] expected = Packing.header(piece);
        if (!Arrays.equals(expected, bytes(piece.offset(), expected.length))) {
            flaws.accept(new Flaw(piece.name(), "its header at byte " + piece.offset() + " was changed"));
        }
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        for (long at = piece.contentAt(); at < piece.end(); at += CHUNK) {
            byte[] chunk = bytes(at, (int) Math.min(CHUNK, piece.end() - at));
            digest.update(chunk);
            crc.update(chunk);
        }
        if ((int) crc.getValue() != piece.crc()) {
            flaws.accept(new Flaw(piece.name(), "its content, or the checksum in its header, was changed"));
        }
        pieces.put(piece.name(), piece);
        sums.put(piece.name(), Sha256.hex(digest.digest()));
    }

    private void directory(List<Packing.Piece> found, long position) throws IOException {
        byte[] expected = Packing.directory(found, position);
        byte[] there = bytes(position, (int) Math.min(file.length() - position, expected.length + 1L));
        int differs = Arrays.mismatch(expected, there);
        if (differs >= 0) {
            flaws.accept(new Flaw(
                    "archive, byte " + (position + differs),
                    differs == expected.length
                            ? "something was appended to the archive"
                            : "the directory at the archive's end was changed"));
        }
    }

    /** The directory begins, or the archive is at its end. */
    private boolean isDirectory(long position) throws IOException {
        byte[] start = bytes(position, 4);
        return start.length == 4 && start[2] == 1 && start[3] == 2;
    }

    /** The file whose header begins at {@code position}; null when there is none. */
    private Packing.@Nullable Piece piece(long position) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes(position, Packing.LOCAL)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.remaining() < Packing.LOCAL || header.getShort(2) != 0x0403) {
            return null;
        }
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        long length = Integer.toUnsignedLong(header.getInt(18));
        if (nameLength == 0
                || nameLength > LONGEST_NAME
                || position + Packing.LOCAL + nameLength + length > file.length()) {
            return null;
        }
        String name = new String(bytes(position + Packing.LOCAL, nameLength), StandardCharsets.UTF_8);
        return name.matches("[A-Za-z0-9._/-]+") ? new Packing.Piece(name, position, length, header.getInt(14)) : null;
    }

    private byte[] bytes(long at, int most) throws IOException {
        byte[] bytes = new byte[Math.clamp(file.length() - at, 0, most)];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
