package wrenchline.gateway.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the end of the log, and cuts off what a crash left half written there: it was never acknowledged. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    /** Where the log goes on: after its last sound frame, but not before {@code passed}. */
    static long end(Segments segments, long passed) throws IOException {
        if (segments.isEmpty()) {
            return passed;
        }
        long found = end(segments.newest(), segments.last());
        if (found >= passed) {
            return found;
        }
        LOG.error("the intake log ends at {}, but was followed up to {}: its newest part is missing", found, passed);
        segments.create(passed).close();
        return passed;
    }

    private static long end(Path file, long start) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            int sound = soundEnd(bytes, start);
            if (sound < size) {
                LOG.warn(
                        "the intake log ends in {} bytes of a message or more that were never acknowledged: cut off at {}",
                        size - sound,
                        start + sound);
                channel.truncate(sound);
                channel.force(true);
            }
            return start + sound;
        }
    }

    /** After the last sound frame. Damage in the middle, which a later mark proves, is left to whoever reads there. */
    private static int soundEnd(ByteBuffer bytes, long start) {
        int at = 0;
        while (at < bytes.limit()) {
            int length = Frame.soundLength(bytes, at, bytes.limit(), start + at);
            if (length >= 0) {
                at += Frame.HEADER + length;
                continue;
            }
            int mark = markAfter(bytes, at, bytes.limit(), start);
            if (mark < 0) {
                return at;
            }
            at = mark;
        }
        return at;
    }

    /** The index of the first mark after index {@code from}; -1 when there is none. */
    static int markAfter(ByteBuffer bytes, int from, int end, long start) {
        for (int at = from + 1; at < end; at++) {
            if (Frame.isMark(bytes, at, end, start + at)) {
                return at;
            }
        }
        return -1;
    }
}
