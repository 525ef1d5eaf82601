package wrenchline.gateway.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import wrenchline.config.Quota;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.OverQuota;

/** Measures what one machine sends, on whatever connections. */
public final class Meter {

    /** Within its quota for so long, it is taken to have calmed down. */
    private static final Duration CALM = Duration.ofSeconds(10);

    private final Bucket messages;
    private final Bucket bytes;
    private final InstantSource clock;
    private @Nullable Instant since;
    private long over;
    private long times;
    private long told;

    Meter(Quota quota, InstantSource clock, long now) {
        this.messages = new Bucket(quota.messages(), quota.burst(), now);
        this.bytes = new Bucket(quota.bytes(), quota.burst(), now);
        this.clock = clock;
    }

    /**
     * A message came.
     *
     * @param length of its payload
     * @param now as of {@link System#nanoTime}
     * @return for how many ns no more should be read from there; 0 when it keeps to its quota
     */
    public synchronized long take(int length, long now) {
        long wait = Math.max(messages.take(1, now), bytes.take(length, now));
        if (wait > 0) {
            over = now;
            if (since == null) {
                since = clock.instant();
                times++;
            }
        }
        return wait;
    }

    /** How often it began to send too much. */
    synchronized long times() {
        return times;
    }

    synchronized boolean isOver(long now) {
        if (since != null && now - over > CALM.toNanos()) {
            since = null;
        }
        return since != null;
    }

    /** Since when {@code equipment} sends too much, and how often that has begun since this was asked last. */
    synchronized OverQuota excess(EquipmentId equipment, long now) {
        OverQuota excess = new OverQuota(equipment, isOver(now) ? since : null, times - told);
        told = times;
        return excess;
    }
}
