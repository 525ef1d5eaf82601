package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import wrenchline.dashboard.wire.Wire;

/** Writes answers; on the event loop. */
final class Answers {

    private Answers() {}

    static void send(RoutingContext context, Problem problem) {
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Wire.bytes(problem)));
    }

    static void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        switch (answer) {
            case Answer.Json json -> {
                json.headers().forEach(response::putHeader);
                response.putHeader("Content-Type", "application/json").end(Buffer.buffer(Wire.bytes(json.body())));
            }
            case Answer.Ready ready -> {
                ready.headers().forEach(response::putHeader);
                response.setStatusCode(ready.status())
                        .putHeader("Content-Type", ready.mediaType())
                        .end(ready.body());
            }
            case Answer.Unchanged(String tag) -> {
                response.setStatusCode(304).putHeader("ETag", tag).end();
            }
            case Answer.Nothing nothing -> {
                nothing.headers().forEach(response::putHeader);
                response.setStatusCode(204).end();
            }
            case Answer.Sound sound -> SoundFiles.send(context, sound.file());
            case Answer.Download(String type, String name, String tag, Buffer content) ->
                response.putHeader("Content-Type", type)
                        // Never shown as a page of ours, whatever is in it.
                        .putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + escaped(name))
                        .putHeader("Content-Encoding", "identity")
                        .putHeader("ETag", tag)
                        .end(content);
            case Answer.Refused refused -> send(context, refused.problem());
        }
    }

    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
