package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frames that are written and synced together, and whom to tell. Guarded by the log's lock while it is being filled. */
final class Group<R> {

    private static final int USUAL_BYTES = 1 << 20;
    private static final int MOST_KEPT_BYTES = 16 << 20;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(USUAL_BYTES);
    private final List<R> receipts = new ArrayList<>();
    private long start;

    /** Begins afresh at {@code position}. */
    void begin(long position) {
        if (bytes.capacity() > MOST_KEPT_BYTES) {
            // One burst must not hold its memory for ever.
            bytes = ByteBuffer.allocateDirect(USUAL_BYTES);
        }
        bytes.clear();
        receipts.clear();
        start = position;
    }

    void add(byte[] body, int length, int crc, R receipt) {
        if (receipts.isEmpty()) {
            mark();
        }
        frame(body, length, crc);
        receipts.add(receipt);
    }

    /** Says that all before is synced. */
    void mark() {
        byte[] body = new byte[Frame.MARK_BODY];
        ByteBuffer.wrap(body).put(Frame.MARK).putLong(System.currentTimeMillis());
        frame(body, body.length, Frame.crc(body, body.length));
    }

    private void frame(byte[] body, int length, int crc) {
        reserve(Frame.HEADER + length);
        int check = Frame.check(crc, end(), length);
        bytes.putInt(length).putInt(check).put(body, 0, length);
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            long doubled = Math.max(bytes.capacity() * 2L, (long) bytes.position() + more);
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.toIntExact(Math.min(doubled, Integer.MAX_VALUE)));
            bytes = larger.put(bytes.flip());
        }
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    int size() {
        return bytes.position();
    }

    long start() {
        return start;
    }

    /** The position after the last frame. */
    long end() {
        return start + bytes.position();
    }

    /** Its bytes, to be written. */
    ByteBuffer content() {
        return bytes.duplicate().flip();
    }

    List<R> receipts() {
        return receipts;
    }
}
