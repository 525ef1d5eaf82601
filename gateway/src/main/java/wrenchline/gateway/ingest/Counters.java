package wrenchline.gateway.ingest;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the start. */
final class Counters {

    private final LongAdder received = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder findings = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder commitNanos = new LongAdder();
    private final LongAccumulator slowestCommitNanos = new LongAccumulator(Math::max, 0);

    void received() {
        received.increment();
    }

    void committed(int readings, long nanos) {
        stored.add(readings);
        commits.increment();
        commitNanos.add(nanos);
        slowestCommitNanos.accumulate(nanos);
    }

    void quarantined() {
        quarantined.increment();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void finding() {
        findings.increment();
    }

    IngestSnapshot snapshot(int queued) {
        return new IngestSnapshot(
                received.sum(),
                stored.sum(),
                quarantined.sum(),
                acknowledged.sum(),
                findings.sum(),
                queued,
                commits.sum(),
                Duration.ofNanos(commitNanos.sum()),
                Duration.ofNanos(slowestCommitNanos.get()));
    }
}
