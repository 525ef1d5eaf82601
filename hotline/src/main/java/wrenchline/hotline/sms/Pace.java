package wrenchline.hotline.sms;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** So many a second and no more, evenly spaced (限速): whoever comes too early waits. */
public final class Pace {

    private final long pause;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    public Pace(int perSecond) {
        this.pause = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Waits for the turn of the caller. */
    public void await() {
        long mine = next.getAndUpdate(turn -> Math.max(turn, System.nanoTime()) + pause);
        for (long left = mine - System.nanoTime(); left > 0; left = mine - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
