package wrenchline.store.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How an archive is laid out: a ZIP without compression, dates or remarks, so that every byte of it follows from the names and the
 * contents of its files, and a changed one can be told wherever it lies. See APPNOTE.TXT 4.3.
 */
final class Packing {

    static final int LOCAL = 30;
    private static final int CENTRAL = 46;
    private static final int END = 22;
    private static final short VERSION = 10;
    /** Names are UTF-8. */
    private static final short FLAGS = 1 << 11;
    /** The first of January 1980, midnight. */
    private static final int NO_DATE = 0x0021_0000;

    private Packing() {}

    /**
     * One file.
     *
     * @param offset where its header begins; the content follows the header
     */
    record Piece(String name, long offset, long length, int crc) {

        long contentAt() {
            return offset + LOCAL + bytes(name).length;
        }

        long end() {
            return contentAt() + length;
        }
    }

    /** What stands before the content of {@code piece}. */
    static byte[] header(Piece piece) {
        byte[] name = bytes(piece.name());
        byte[] bytes = new byte[LOCAL + name.length];
        ByteBuffer header = over(bytes).putInt(0x04034b50).putShort(VERSION);
        common(header, piece, name).put(name);
        return bytes;
    }

    /** What stands after the last content: the directory of {@code pieces}. */
    static byte[] directory(List<Piece> pieces, long at) {
        int size = pieces.stream()
                .mapToInt(piece -> CENTRAL + bytes(piece.name()).length)
                .sum();
        byte[] bytes = new byte[size + END];
        ByteBuffer directory = over(bytes);
        for (Piece piece : pieces) {
            byte[] name = bytes(piece.name());
            directory.putInt(0x02014b50).putShort(VERSION).putShort(VERSION);
            common(directory, piece, name)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0);
            directory.putInt(0).putInt((int) piece.offset()).put(name);
        }
        short count = (short) pieces.size();
        directory.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
        directory.putInt(size).putInt((int) at).putShort((short) 0);
        return bytes;
    }

    private static ByteBuffer common(ByteBuffer header, Piece piece, byte[] name) {
        int length = (int) piece.length();
        return header.putShort(FLAGS)
                .putShort((short) 0)
                .putInt(NO_DATE)
                .putInt(piece.crc())
                .putInt(length)
                .putInt(length)
                .putShort((short) name.length)
                .putShort((short) 0);
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
