package wrenchline.dashboard.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Serves the page. A browser asks again each time and is told when it has the newest. */
public final class PageHandler implements Handler<RoutingContext> {

    private final PageFiles files = new PageFiles();

    @Override
    public void handle(RoutingContext context) {
        files.find(context.normalizedPath().substring(1)).ifPresentOrElse(file -> send(context, file), context::next);
    }

    private static void send(RoutingContext context, PageFiles.PageFile file) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Type", file.mediaType())
                .putHeader("Cache-Control", "no-cache")
                .putHeader("ETag", file.tag());
        if (file.tag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.end(file.content());
        }
    }
}
