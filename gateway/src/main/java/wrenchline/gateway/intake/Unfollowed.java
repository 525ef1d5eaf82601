package wrenchline.gateway.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log of a product that does not run holds for its next start (待处理消息). Looks only, and changes nothing. */
public final class Unfollowed {

    private Unfollowed() {}

    /** How many messages lie in the log in {@code folder} at and after {@code position}; none when there is no log. */
    public static long messages(Path folder, long position) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Segments segments = Segments.in(folder);
        long count = 0;
        for (Map.Entry<Long, Path> file = segments.at(position); file != null; file = after(segments, file)) {
            count += messages(file.getValue(), file.getKey(), position);
        }
        return count;
    }

    private static Map.@Nullable Entry<Long, Path> after(Segments segments, Map.Entry<Long, Path> file) {
        Long next = segments.after(file.getKey());
        return next == null ? null : segments.at(next);
    }

    private static long messages(Path file, long start, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            long count = 0;
            int at = Math.clamp(position - start, 0, bytes.limit());
            while (at >= 0 && at < bytes.limit()) {
                int length = Frame.soundLength(bytes, at, bytes.limit(), start + at);
                if (length < 0) {
                    at = Recovery.markAfter(bytes, at, bytes.limit(), start);
                    continue;
                }
                count += bytes.get(at + Frame.HEADER) == Frame.MARK ? 0 : 1;
                at += Frame.HEADER + length;
            }
            return count;
        }
    }
}
