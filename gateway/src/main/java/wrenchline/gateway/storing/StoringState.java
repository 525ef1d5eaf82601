package wrenchline.gateway.storing;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was brought into the history since the start.
 *
 * @param stored readings
 * @param duplicates readings that the history had already
 * @param quarantined messages
 * @param commits writes to the history
 * @param commitTime of all of them
 */
public record StoringState(
        long stored, long duplicates, long quarantined, long commits, Duration commitTime, Duration slowestCommit) {

    /** Counts it. */
    static final class Counting {
        private final LongAdder stored = new LongAdder();
        private final LongAdder duplicates = new LongAdder();
        private final LongAdder quarantined = new LongAdder();
        private final LongAdder commits = new LongAdder();
        private final LongAdder commitNanos = new LongAdder();
        private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);

        void committed(int readings, long nanos) {
            stored.add(readings);
            commits.increment();
            commitNanos.add(nanos);
            slowest.accumulate(nanos);
        }

        void duplicate() {
            duplicates.increment();
        }

        void quarantined() {
            quarantined.increment();
        }

        StoringState now() {
            return new StoringState(
                    stored.sum(),
                    duplicates.sum(),
                    quarantined.sum(),
                    commits.sum(),
                    Duration.ofNanos(commitNanos.sum()),
                    Duration.ofNanos(slowest.get()));
        }
    }
}
