package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Map;

/** What a use case answers. */
sealed interface Answer {

    /** 200 with {@code body} as JSON. */
    record Json(Object body, Map<String, String> headers) implements Answer {}

    /** A body that is written already. */
    record Ready(int status, String mediaType, Buffer body, Map<String, String> headers) implements Answer {}

    /** 304: who asks has it. */
    record Unchanged(String tag) implements Answer {}

    /** 204. */
    record Nothing(Map<String, String> headers) implements Answer {}

    /** A sound file. */
    record Sound(Path file) implements Answer {}

    /**
     * A file to keep.
     *
     * @param tag its {@code ETag}
     */
    record Download(String type, String name, String tag, Buffer content) implements Answer {}

    /** An error that was to be expected. */
    record Refused(Problem problem) implements Answer {}

    /** With which it is answered; {@code 200} for a part of a sound file too. */
    default int status() {
        return switch (this) {
            case Ready ready -> ready.status();
            case Unchanged _ -> 304;
            case Json _, Sound _, Download _ -> 200;
            case Nothing _ -> 204;
            case Refused(Problem problem) -> problem.status();
        };
    }

    static Answer nothing() {
        return new Nothing(Map.of());
    }

    static Answer json(Object body) {
        return new Json(body, Map.of());
    }

    static Answer refused(Problem problem) {
        return new Refused(problem);
    }
}
