package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Map;

/** What a use case answers. */
sealed interface Answer {

    /** 200 with {@code body} as JSON. */
    record Json(Object body, Map<String, String> headers) implements Answer {}

    /** 204. */
    record Nothing(Map<String, String> headers) implements Answer {}

    /** A sound file. */
    record Sound(Path file) implements Answer {}

    /** A file as it was sent in. */
    record Download(String type, String name, Buffer content) implements Answer {}

    /** An error that was to be expected. */
    record Refused(Problem problem) implements Answer {}

    static Answer json(Object body) {
        return new Json(body, Map.of());
    }

    static Answer refused(Problem problem) {
        return new Refused(problem);
    }
}
