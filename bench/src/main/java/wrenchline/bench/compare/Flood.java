package wrenchline.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.LoadResult;
import wrenchline.bench.load.Machine;

/** One machine that sends as fast as it can, on a thread of its own, until it is told to end. */
final class Flood {

    private static final int WINDOW = 1_000;
    private static final Duration PIECE = Duration.ofSeconds(1);
    private static final Executor OWN =
            task -> Thread.ofPlatform().name("flood").daemon().start(task);

    private final Load load;
    private final Machine machine;
    private final CompletableFuture<Void> whole;
    private volatile double rate = Double.POSITIVE_INFINITY;
    private volatile boolean ended;

    Flood(Load where, Machine machine) {
        this.load = where.with(1, WINDOW, Load.FLAT_OUT);
        this.machine = machine;
        this.whole = CompletableFuture.runAsync(this::flow, OWN);
    }

    /** Returns when it is let in at no more than {@code quota} messages a second: what it had saved up is spent. */
    void awaitSlowed(double quota) throws InterruptedException {
        while (!whole.isDone() && rate > quota) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Ends it, and tells how many messages a second of it were acknowledged last. */
    double end() {
        ended = true;
        whole.join();
        return rate;
    }

    private void flow() {
        try (LoadGenerator generator = LoadGenerator.connect(load, List.of(machine))) {
            long before = 0;
            while (!ended) {
                LoadResult result = generator.run(PIECE, () -> true);
                rate = (result.acknowledged() - before) * 1e9 / result.elapsed().toNanos();
                before = result.acknowledged();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("flooding", failure);
        }
    }
}
