package wrenchline.bench.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.LoadResult;

/**
 * Runs a load against a contender and measures it.
 *
 * @param duration of one run
 * @param inFlight unacknowledged messages of all connections together, flat-out
 */
record Measuring(Duration duration, int inFlight) {

    private static final long LOOK_MILLIS = 100;

    /** Seldom, because a product that is asked works for it. */
    private static final long GLANCE_MILLIS = 200;

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    /** Less of one core than this is what a process does without work. */
    private static final double QUIET = 0.1;

    Measurement run(Contender contender, int connections, double rate) throws IOException, InterruptedException {
        awaitQuiet(contender);
        try (LoadGenerator generator = LoadGenerator.connect(load(contender, connections, rate), contender.machines());
                Progress progress = new Progress(contender)) {
            // To connect and to sign in is not what is measured.
            awaitQuiet(contender);
            long arrivedBefore = contender.arrived().getAsLong();
            Duration servers = contender.servers().get();
            Duration helper = contender.helper().get();
            long begin = System.nanoTime();
            LoadResult result = generator.run(duration, mayPublish(contender, generator, progress));
            long end = awaitArrival(contender, arrivedBefore + result.acknowledged());
            awaitQuiet(contender);
            return Measurement.of(
                    result,
                    (end - begin) / 1e9,
                    micros(contender.servers().get().minus(servers), result),
                    micros(contender.helper().get().minus(helper), result));
        }
    }

    private static BooleanSupplier mayPublish(Contender contender, LoadGenerator generator, Progress progress) {
        return contender.mostAhead() == Long.MAX_VALUE
                ? () -> true
                : () -> generator.acknowledged() - progress.seen() < contender.mostAhead();
    }

    private Load load(Contender contender, int connections, double rate) {
        return contender.where().with(connections, Math.max(1, inFlight / connections), rate);
    }

    private static double micros(Duration cpu, LoadResult result) {
        return cpu.toNanos() / 1e3 / result.acknowledged();
    }

    /** Returns when the last message arrived, in the time of {@link System#nanoTime}. */
    private static long awaitArrival(Contender contender, long all) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (contender.arrived().getAsLong() < all) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(contender.name() + ": "
                        + contender.arrived().getAsLong() + " of " + all + " messages arrived, and no more");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return System.nanoTime();
    }

    /** Waits until what earlier runs left behind is done. */
    private static void awaitQuiet(Contender contender) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        double share = 1;
        while (share > QUIET && System.nanoTime() < deadline) {
            Duration before = contender.servers().get();
            long from = System.nanoTime();
            Thread.sleep(500);
            share = contender.servers().get().minus(before).toNanos() / (double) (System.nanoTime() - from);
        }
    }

    /** Looks again and again how many messages were seen, beside the generator's thread. */
    private static final class Progress implements AutoCloseable {

        private volatile long seen;
        private volatile boolean closed;

        Progress(Contender contender) {
            long before = contender.seen().getAsLong();
            Thread.ofPlatform().name("progress").daemon().start(() -> {
                while (contender.mostAhead() < Long.MAX_VALUE && !closed) {
                    seen = contender.seen().getAsLong() - before;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GLANCE_MILLIS));
                }
            });
        }

        long seen() {
            return seen;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
