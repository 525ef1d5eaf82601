package wrenchline.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log's frames in order, as far as they are on disk. Owned by one thread. */
public final class LogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final int CHUNK = 1 << 18;

    private final IntakeLog<?> log;
    private final Segments segments;
    private final Tail tail;
    private @Nullable FileChannel channel;
    /** Of the open file. */
    private long start;
    /** Of the next frame. */
    private long position;
    /** What was handed out before this was taken by whoever reads. */
    private volatile long passed;
    /** Bytes of the file from {@code position} on, as far as they were fetched. */
    private ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);

    LogReader(IntakeLog<?> log, Segments segments, Tail tail, long position) {
        this.log = log;
        this.segments = segments;
        this.tail = tail;
        this.position = position;
        this.passed = position;
    }

    /** What is found. */
    public interface Each {

        /** A frame; {@code body} is valid during the call. */
        void frame(long position, ByteBuffer body);

        /** Frames that need not be read, because they are remembered. */
        void entries(List<Entry> entries);

        /**
         * Bytes from {@code from} up to {@code to} were on disk once and cannot be read any more.
         *
         * @param content what lies there now; empty when it is gone
         */
        void damage(long from, long to, byte[] content);
    }

    /** Position after the last frame that was handed out. */
    public long position() {
        return position;
    }

    /** Nobody will ask for what lies before it; from any thread. */
    long passed() {
        return passed;
    }

    /**
     * Hands out what is on disk, at most about {@code atMostBytes} of it.
     *
     * @param patience for the first frame
     * @throws UncheckedIOException when the disk does not answer; those that were not handed out come with the next call
     */
    public void read(int atMostBytes, Duration patience, Each each) throws InterruptedException {
        passed = position;
        if (!log.awaitSynced(position, patience)) {
            return;
        }
        long synced = log.synced();
        long enough = position + atMostBytes;
        try {
            while (position < synced && position < enough) {
                Tail.Stretch remembered = tail.at(position);
                if (remembered == null) {
                    next(synced, each);
                } else {
                    each.entries(remembered.entries());
                    leap(remembered.to());
                }
            }
        } catch (IOException e) {
            closeFile();
            throw new UncheckedIOException("reading the intake log at " + position, e);
        }
    }

    /** One frame or mark or damage further. */
    private void next(long synced, Each each) throws IOException {
        long end = open(synced, each);
        if (position >= end) {
            return;
        }
        int length = fetch(Frame.HEADER, end) ? bytes.getInt(bytes.position()) : -1;
        boolean whole = length > 0 && length <= end - position - Frame.HEADER && fetch(Frame.HEADER + length, end);
        if (!whole || Frame.soundLength(bytes, bytes.position(), bytes.limit(), position) < 0) {
            damaged(end, each);
            return;
        }
        ByteBuffer body = bytes.slice(bytes.position() + Frame.HEADER, length);
        if (body.get(0) != Frame.MARK) {
            each.frame(position, body);
        }
        pass(Frame.HEADER + length);
    }

    /** Opens the file with {@code position} in it; returns where what can be read of it ends. */
    private long open(long synced, Each each) throws IOException {
        Long after = channel == null ? null : segments.after(start);
        if (channel == null || (after != null && position >= after)) {
            closeFile();
            Map.Entry<Long, Path> file = segments.at(position);
            if (file == null || file.getKey() > position) {
                long found = file == null ? synced : file.getKey();
                LOG.error("the intake log from {} to {} is missing", position, found);
                each.damage(position, found, new byte[0]);
                position = found;
                return found;
            }
            start = file.getKey();
            channel = FileChannel.open(file.getValue(), StandardOpenOption.READ);
            after = segments.after(start);
        }
        return after == null ? synced : Math.min(after, synced);
    }

    /** Makes sure that {@code wanted} bytes are there; false when the file ends before. */
    private boolean fetch(int wanted, long end) throws IOException {
        if (bytes.remaining() >= wanted) {
            return true;
        }
        if (bytes.capacity() < wanted) {
            bytes = ByteBuffer.allocate(wanted).put(bytes).flip();
        }
        bytes.compact();
        while (bytes.position() < wanted) {
            long at = position - start + bytes.position();
            bytes.limit((int) Math.min(bytes.capacity(), bytes.position() + end - start - at));
            FileChannel open = channel;
            if (open == null || !bytes.hasRemaining() || open.read(bytes, at) < 0) {
                break;
            }
        }
        bytes.flip();
        return bytes.remaining() >= wanted;
    }

    /** Goes on at {@code to}; what was fetched lies before it. */
    private void leap(long to) {
        position = to;
        bytes.limit(0);
    }

    private void pass(int count) {
        position += count;
        bytes.position(bytes.position() + count);
    }

    /** Goes on with the next mark. What lies before it is told, and the file is kept. */
    private void damaged(long end, Each each) throws IOException {
        Map.Entry<Long, Path> file = segments.at(position);
        FileChannel open = channel;
        if (file == null || open == null) {
            return;
        }
        ByteBuffer rest = ByteBuffer.allocate((int) Math.max(0, Math.min(end, start + open.size()) - position));
        while (rest.hasRemaining() && open.read(rest, position - start + rest.position()) >= 0) {
            // As much as there is.
        }
        rest.flip();
        int mark = Recovery.markAfter(rest, 0, rest.limit(), position);
        long to = mark < 0 ? end : position + mark;
        LOG.error(
                "the intake log is damaged from {} to {}; a copy of {} is kept beside it",
                position,
                to,
                file.getValue());
        segments.setAside(file.getValue());
        byte[] content = new byte[mark < 0 ? rest.limit() : mark];
        rest.get(content);
        each.damage(position, to, content);
        position = to;
        bytes = ByteBuffer.allocate(CHUNK).limit(0);
    }

    private void closeFile() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("closing a file of the intake log", e);
            }
            channel = null;
        }
        bytes = ByteBuffer.allocate(CHUNK).limit(0);
    }

    @Override
    public void close() {
        closeFile();
    }
}
