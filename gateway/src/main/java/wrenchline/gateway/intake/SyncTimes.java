package wrenchline.gateway.intake;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How long the disk takes. */
final class SyncTimes {

    private final LongAdder groups = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);

    /** Of the log's thread alone. */
    private long begin = System.nanoTime();

    void began() {
        begin = System.nanoTime();
    }

    void ended() {
        long took = sinceLast();
        groups.increment();
        nanos.add(took);
        slowest.accumulate(took);
    }

    /** Nanoseconds since the last group was begun. */
    long sinceLast() {
        return System.nanoTime() - begin;
    }

    long groups() {
        return groups.sum();
    }

    Duration total() {
        return Duration.ofNanos(nanos.sum());
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }
}
