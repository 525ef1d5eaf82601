package wrenchline.gateway.mqtt.hub;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts of all outboxes. */
final class HubCounters {

    private final LongAdder dropped = new LongAdder();
    private final LongAdder overflowed = new LongAdder();
    private final AtomicLong held = new AtomicLong();

    void dropped() {
        dropped.increment();
    }

    void overflowed() {
        overflowed.increment();
    }

    /** {@code more} bytes wait than before. */
    void holding(long more) {
        held.addAndGet(more);
    }

    long held() {
        return held.get();
    }

    HubSnapshot snapshot(int subscriptions, int retained, long refused) {
        return new HubSnapshot(subscriptions, held.get(), dropped.sum(), overflowed.sum(), retained, refused);
    }
}
