package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Frames that are written and synced together, and whom to tell. Guarded by the log's lock while it is being filled. */
final class Group<R> {

    private static final int USUAL_BYTES = 1 << 20;
    private static final int MOST_KEPT_BYTES = 16 << 20;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(USUAL_BYTES);
    private final List<R> receipts = new ArrayList<>();
    private List<Entry> entries = new ArrayList<>();
    private long start;

    /** Begins afresh at {@code position}. */
    void begin(long position) {
        if (bytes.capacity() > MOST_KEPT_BYTES) {
            // One burst must not hold its memory for ever.
            bytes = ByteBuffer.allocateDirect(USUAL_BYTES);
        }
        bytes.clear();
        receipts.clear();
        entries = new ArrayList<>();
        start = position;
    }

    /** @param entry makes what {@code body} says from its position; null when that has to be read from disk */
    void add(byte[] body, int length, int crc, R receipt, @Nullable LongFunction<Entry> entry) {
        if (receipts.isEmpty()) {
            mark();
        }
        if (entry != null) {
            entries.add(entry.apply(end()));
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

    /** What it says; null when some of it has to be read from disk. */
    @Nullable
    List<Entry> entries() {
        return entries.size() == receipts.size() ? entries : null;
    }

    List<R> receipts() {
        return receipts;
    }
}
