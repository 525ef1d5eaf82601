package wrenchline.bench.load;

/** What all connections of one run count together, on the generator's thread. */
final class Tally {

    private final Latencies latencies = new Latencies();
    private long published;
    private long acknowledged;
    private long lastAt;

    void published() {
        published++;
    }

    void acknowledged(long nanos, long now) {
        latencies.add(nanos);
        acknowledged++;
        lastAt = now;
    }

    long inFlight() {
        return published - acknowledged;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** When the last acknowledgement came, in the time of {@link System#nanoTime}. */
    long lastAt() {
        return lastAt;
    }

    Latencies latencies() {
        return latencies;
    }
}
