package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.dashboard.live.Listener;
import wrenchline.dashboard.live.LiveFeed;

/** The stream of events. */
final class EventRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);
    private static final int MOST_LISTENERS = 500;
    /** A listener that takes nothing for this long is dropped; it comes again and resumes. */
    private static final long PATIENCE_SECONDS = 30;

    private final LiveFeed feed;
    private final Executor virtualThreads;
    private final InstantSource clock;

    EventRoutes(LiveFeed feed, Executor virtualThreads, InstantSource clock) {
        this.feed = feed;
        this.virtualThreads = virtualThreads;
        this.clock = clock;
    }

    void mount(Api api) {
        api.stream("streamEvents", this::open);
    }

    private void open(RoutingContext context, Request request) {
        if (feed.listeners() >= MOST_LISTENERS) {
            Answers.send(context, Problem.busy());
            return;
        }
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // A compressed stream would be held back until a block is full.
                .putHeader("Content-Encoding", "identity")
                .putHeader("X-Accel-Buffering", "no");
        long after = after(context, request);
        virtualThreads.execute(() -> listen(response, after));
    }

    private void listen(HttpServerResponse response, long after) {
        try {
            new Listener(feed, text -> write(response, text), clock, after).run();
        } catch (IOException gone) {
            LOG.debug("a listener is gone: {}", gone.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.warn("streaming events: {}", broken.toString());
        } finally {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        }
    }

    private static void write(HttpServerResponse response, String text) throws IOException, InterruptedException {
        if (response.closed()) {
            throw new IOException("the connection is closed");
        }
        try {
            response.write(Buffer.buffer(text))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("writing to a listener", failed);
        }
    }

    /** Where to go on: what the browser saw last, else what the address says, else with what is new. */
    private static long after(RoutingContext context, Request request) {
        String last = context.request().getHeader("Last-Event-ID");
        if (last != null && last.matches("\\d{1,18}")) {
            return Long.parseLong(last);
        }
        return request.query("after").map(Long::parseLong).orElse(-1L);
    }
}
