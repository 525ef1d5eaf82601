package wrenchline.dashboard.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends a sound file, or the part of it that a player jumps to. */
final class SoundFiles {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

    private SoundFiles() {}

    /** Bytes {@code first} to {@code last}, both counted in. */
    record Part(long first, long last) {}

    static void send(RoutingContext context, Path file) {
        long size = size(file);
        HttpServerResponse response = context.response()
                .putHeader("Content-Type", "audio/wav")
                .putHeader("Accept-Ranges", "bytes")
                // Speech does not shrink, and a compressed answer has no byte ranges.
                .putHeader("Content-Encoding", "identity");
        Optional<Part> part = part(context.request().getHeader("Range"), size);
        if (part.isPresent()) {
            Part bytes = part.get();
            response.setStatusCode(206)
                    .putHeader("Content-Range", "bytes " + bytes.first() + "-" + bytes.last() + "/" + size);
            send(context, file, bytes.first(), bytes.last() - bytes.first() + 1);
        } else {
            send(context, file, 0, size);
        }
    }

    /** The part that {@code range} asks for; nothing for the whole file, also when the range makes no sense. */
    static Optional<Part> part(@Nullable String range, long size) {
        Matcher matcher = RANGE.matcher(range == null ? "" : range.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        return first <= last ? Optional.of(new Part(first, last)) : Optional.empty();
    }

    private static void send(RoutingContext context, Path file, long offset, long length) {
        context.response().sendFile(file.toString(), offset, length).onFailure(context::fail);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException("reading the size of the recording " + file.getFileName(), gone);
        }
    }
}
