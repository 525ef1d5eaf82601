package wrenchline.dashboard.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends a sound file, or the part of it that a player jumps to. */
final class SoundFiles {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private SoundFiles() {}

    /** What of the file is wanted (RFC 9110, 14). */
    sealed interface Wanted {

        /** All of it, also when the range cannot be read or has several parts. */
        record Whole() implements Wanted {}

        /** Bytes {@code first} to {@code last}, both counted in. */
        record Part(long first, long last) implements Wanted {}

        /** What the file does not have. */
        record Outside() implements Wanted {}
    }

    static void send(RoutingContext context, Path file) {
        long size = size(file);
        HttpServerResponse response = context.response()
                // Speech does not shrink, and a compressed answer has no byte ranges.
                .putHeader("Content-Encoding", "identity")
                .putHeader("Accept-Ranges", "bytes");
        switch (wanted(context.request().getHeader("Range"), size)) {
            case Wanted.Whole() -> send(context, file, 0, size);
            case Wanted.Part(long first, long last) -> {
                response.setStatusCode(206).putHeader("Content-Range", "bytes " + first + "-" + last + "/" + size);
                send(context, file, first, last - first + 1);
            }
            case Wanted.Outside() -> {
                response.putHeader("Content-Range", "bytes */" + size);
                Answers.send(context, Problem.outside(size));
            }
        }
    }

    static Wanted wanted(@Nullable String range, long size) {
        Matcher matcher = RANGE.matcher(range == null ? "" : range.strip());
        if (!matcher.matches()) {
            return new Wanted.Whole();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Wanted.Whole() : last(Long.parseLong(to), size);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return new Wanted.Whole();
        }
        return first < size ? new Wanted.Part(first, Math.min(size - 1, last)) : new Wanted.Outside();
    }

    private static Wanted last(long count, long size) {
        return count == 0 || size == 0 ? new Wanted.Outside() : new Wanted.Part(Math.max(0, size - count), size - 1);
    }

    private static void send(RoutingContext context, Path file, long offset, long length) {
        context.response()
                .putHeader("Content-Type", "audio/wav")
                .sendFile(file.toString(), offset, length)
                .onFailure(context::fail);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException("reading the size of the recording " + file.getFileName(), gone);
        }
    }
}
