package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a body lies in the log: its length (4 bytes), a check (4 bytes), the body. The check covers body, length and position, so
 * that neither a flipped bit nor an old frame that lies elsewhere is taken for one.
 *
 * <p>Each group begins with a mark. A group is written only after the one before it has been synced: so a mark proves that all
 * before it was on disk once, and damage before a mark is damage, while damage after the last one is a tail torn by a crash.
 */
final class Frame {

    static final int HEADER = 8;

    /** Longer ones are refused; a length beyond it in the file is damage. */
    static final int LONGEST = 128 << 20;

    /** The first byte of the body of a mark; of no other. */
    static final byte MARK = 0;

    static final int MARK_BODY = 1 + Long.BYTES;

    private Frame() {}

    /** The check of {@code length} bytes of {@code body} at {@code position}. */
    static int check(int crc, long position, int length) {
        long mixed = (position * 0x9E3779B97F4A7C15L + length) * 0xBF58476D1CE4E5B9L;
        return crc ^ (int) (mixed >>> 32);
    }

    static void require(byte[] body, int length) {
        if (length <= 0 || length > LONGEST || body[0] == MARK) {
            throw new IllegalArgumentException("a frame of " + length + " bytes that begins with " + body[0]);
        }
    }

    static int crc(byte[] body, int length) {
        CRC32C crc = new CRC32C();
        crc.update(body, 0, length);
        return (int) crc.getValue();
    }

    /** The body's length when a sound frame begins at index {@code at} of {@code bytes}, which is {@code position}; else -1. */
    static int soundLength(ByteBuffer bytes, int at, int end, long position) {
        if (end - at < HEADER) {
            return -1;
        }
        int length = bytes.getInt(at);
        if (length <= 0 || length > end - at - HEADER) {
            return -1;
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(at + HEADER, length));
        return check((int) crc.getValue(), position, length) == bytes.getInt(at + 4) ? length : -1;
    }

    /** Whether a sound mark begins there. */
    static boolean isMark(ByteBuffer bytes, int at, int end, long position) {
        return end - at >= HEADER + MARK_BODY
                && bytes.getInt(at) == MARK_BODY
                && bytes.get(at + HEADER) == MARK
                && soundLength(bytes, at, end, position) == MARK_BODY;
    }
}
