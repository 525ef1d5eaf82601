package wrenchline.bench.load;

import java.util.concurrent.TimeUnit;

/** A histogram of durations in nanoseconds: 32 buckets for each doubling, so that what it tells is at most 3 % too much. */
final class Latencies {

    private static final int BITS = 5;
    private static final int STEPS = 1 << BITS;

    private final long[] counts = new long[(Long.SIZE - BITS) * STEPS];
    private long total;

    void add(long nanos) {
        counts[bucket(Math.max(0, nanos))]++;
        total++;
    }

    /** What {@code fraction} of all durations did not exceed, in milliseconds. */
    double millis(double fraction) {
        long rank = (long) Math.ceil(total * fraction);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank && seen > 0) {
                return last(bucket) / (double) TimeUnit.MILLISECONDS.toNanos(1);
            }
        }
        return 0;
    }

    private static int bucket(long nanos) {
        int doublings = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1);
        return doublings * STEPS + (int) (nanos >>> doublings);
    }

    /** The longest duration that falls into {@code bucket}. */
    private static long last(int bucket) {
        int doublings = Math.max(0, bucket / STEPS - 1);
        long step = bucket - (long) doublings * STEPS;
        return ((step + 1) << doublings) - 1;
    }
}
