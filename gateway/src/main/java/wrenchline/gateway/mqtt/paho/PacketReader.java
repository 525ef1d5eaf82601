package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads packets from a socket, many at one go. When the socket's read times out within a packet, the next call goes on there. */
final class PacketReader {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** Between two reads of the socket, so that a busy broker's messages come in bunches. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final InputStream socket;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private volatile long heard = System.nanoTime();

    private int header;
    private byte @Nullable [] body;
    private int filled;
    private int cut;
    private int dropped;

    /** @param longest body that a message may have, in bytes; what it has more is dropped */
    PacketReader(InputStream socket, int longest) {
        this.socket = socket;
        this.longest = longest;
    }

    /** When something was read last, in the time of {@link System#nanoTime}. */
    long heard() {
        return heard;
    }

    /** Whether the next packet cannot be read without waiting. */
    boolean isDrained() {
        return at == end;
    }

    /**
     * The next packet, or null at the end of the stream.
     *
     * @throws IOException also for what cannot be the beginning of a packet
     */
    @Nullable
    Packet next() throws IOException {
        byte[] open = body == null ? begin() : body;
        if (open == null) {
            return null;
        }
        while (filled < open.length || dropped < cut) {
            if (at == end && !fill()) {
                return null;
            }
            int take = Math.min(open.length - filled, end - at);
            System.arraycopy(buffer, at, open, filled, take);
            filled += take;
            int drop = Math.min(cut - dropped, end - at - take);
            dropped += drop;
            at += take + drop;
        }
        body = null;
        return new Packet(header, open, cut);
    }

    private byte @Nullable [] begin() throws IOException {
        int head = headLength();
        while (head == 0) {
            if (!fill()) {
                return null;
            }
            head = headLength();
        }
        header = buffer[at] & 0xFF;
        int length = 0;
        for (int index = 1; index < head; index++) {
            length |= (buffer[at + index] & 0x7F) << (7 * (index - 1));
        }
        if (length > longest && (header & 0xF0) != Packet.PUBLISH) {
            throw new IOException("a packet of type " + (header >>> 4) + " with " + length + " bytes");
        }
        at += head;
        filled = 0;
        dropped = 0;
        cut = Math.max(0, length - longest);
        byte[] open = new byte[length - cut];
        body = open;
        return open;
    }

    /** Bytes of the header that begins here, or 0 when it is not all there yet. */
    private int headLength() throws IOException {
        for (int index = at + 1; index < end; index++) {
            if (buffer[index] >= 0) {
                return index + 1 - at;
            }
            if (index - at == Packet.LENGTH_BYTES) {
                throw new IOException("a packet whose length does not end");
            }
        }
        return 0;
    }

    /** Reads more behind what is there; false at the end of the stream. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        LockSupport.parkNanos(heard + REST_NANOS - System.nanoTime());
        int count = socket.read(buffer, end, buffer.length - end);
        if (count < 0) {
            return false;
        }
        heard = System.nanoTime();
        end += count;
        return true;
    }
}
