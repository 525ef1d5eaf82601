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
import wrenchline.core.access.Principal;
import wrenchline.core.access.Reach;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.CustomerId;
import wrenchline.dashboard.auth.Directory;
import wrenchline.dashboard.live.Listener;
import wrenchline.dashboard.live.LiveFeed;
import wrenchline.dashboard.live.Sight;

/** The stream of events. */
final class EventRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);
    private static final int MOST_LISTENERS = 500;
    /** A listener that takes nothing for this long is dropped; it comes again and resumes. */
    private static final long PATIENCE_SECONDS = 30;

    private final LiveFeed feed;
    private final Directory directory;
    private final Executor virtualThreads;
    private final InstantSource clock;
    private final Transactions transactions;

    EventRoutes(
            LiveFeed feed,
            Directory directory,
            Executor virtualThreads,
            InstantSource clock,
            Transactions transactions) {
        this.feed = feed;
        this.directory = directory;
        this.virtualThreads = virtualThreads;
        this.clock = clock;
        this.transactions = transactions;
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
        virtualThreads.execute(() -> listen(response, request, after));
    }

    private Sight sight(Principal principal) {
        return switch (principal.reach()) {
            case Reach.Everything() -> Sight.EVERYTHING;
            case Reach.Own(CustomerId customer) -> new OwnSight(transactions, principal, customer);
        };
    }

    private void listen(HttpServerResponse response, Request request, long after) {
        Listener.Sink sink = text -> {
            admit(request.caller());
            write(response, text);
        };
        try {
            new Listener(feed, sink, clock, sight(request.principal()), after).run();
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

    /** A stream ends with its session; while it is open, the session is in use. */
    private void admit(Caller caller) throws IOException {
        if (caller instanceof Caller.Browser(var _, var session)
                && directory.of(session).isEmpty()) {
            throw new IOException("the session has ended");
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
