package wrenchline.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by operation and status, never by address, so that no stranger can make the list grow. */
final class Traffic implements Handler<RoutingContext>, Metrics.Source {

    private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();

    private record Key(String operation, int status) {}

    private record Tally(LongAdder requests, LongAdder nanoseconds) {
        void add(long elapsed) {
            requests.increment();
            nanoseconds.add(elapsed);
        }
    }

    @Override
    public void handle(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(ended -> {
            String operation = context.get(Api.OPERATION, "other");
            tallies.computeIfAbsent(
                            new Key(operation, context.response().getStatusCode()),
                            key -> new Tally(new LongAdder(), new LongAdder()))
                    .add(System.nanoTime() - began);
        });
        context.next();
    }

    @Override
    public List<Metrics.Sample> samples() {
        List<Metrics.Sample> samples = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            Map<String, String> labels = Map.of("operation", key.operation(), "status", Integer.toString(key.status()));
            samples.add(Metrics.Sample.counter("wrenchline_http_requests_total", "Answered requests.", (double)
                            tally.requests().sum())
                    .with(labels));
            samples.add(Metrics.Sample.counter(
                            "wrenchline_http_request_seconds_total",
                            "Time from a request to the end of its answer.",
                            tally.nanoseconds().sum() / 1e9)
                    .with(labels));
        });
        return samples;
    }
}
