package wrenchline.gateway.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The newest file of the log, to which groups are written. Belongs to the writing thread. */
final class LogFile implements AutoCloseable {

    private final Segments segments;
    private final long segmentBytes;
    private final Disk disk;
    private FileChannel channel;
    private long start;
    private boolean broken;

    /** Goes on at {@code end} of the newest of {@code segments}. */
    LogFile(Segments segments, long segmentBytes, Disk disk, long end) throws IOException {
        this.segments = segments;
        this.segmentBytes = segmentBytes;
        this.disk = disk;
        this.start = segments.isEmpty() ? end : segments.last();
        this.channel = segments.create(start);
        // What follows a cut tail must not be found after it.
        channel.truncate(end - start);
    }

    /**
     * Writes {@code group} at its position and syncs it.
     *
     * @throws IOException when it may not be on disk; it may then be written again
     */
    void write(Group<?> group) throws IOException {
        if (group.start() - start >= segmentBytes) {
            roll(group.start());
        }
        if (broken) {
            // After a failed sync the system may take the bytes for written: they have to be written anew, to a file
            // opened anew.
            channel.close();
            channel = segments.create(start);
            channel.truncate(group.start() - start);
        }
        broken = true;
        ByteBuffer content = group.content();
        long at = group.start() - start;
        while (content.hasRemaining()) {
            at += channel.write(content, at);
        }
        disk.sync(channel);
        segments.requireAlive(start);
        broken = false;
    }

    private void roll(long position) throws IOException {
        FileChannel next = segments.create(position);
        channel.close();
        channel = next;
        start = position;
        broken = false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
