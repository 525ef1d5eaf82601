package wrenchline.dashboard.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.desk.Changes;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Readings;

/**
 * Looks for news on behalf of all listeners, so that many open pages cost no more than one. Without listeners it looks for nothing.
 */
public final class LiveFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_PER_VALUES = 5;

    private final Changes changes;
    private final Readings readings;
    private final Devices devices;
    private final Vitals vitals;
    private final Set<Mailbox> listeners = ConcurrentHashMap.newKeySet();
    private final Map<List<String>, Latest> values = new HashMap<>();
    private final Map<String, Devices.Seen> seen = new HashMap<>();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private @Nullable Object lastVitals;
    private long newest = -1;
    private boolean complained;

    public LiveFeed(Changes changes, Readings readings, Devices devices, Vitals vitals) {
        this.changes = changes;
        this.readings = readings;
        this.devices = devices;
        this.vitals = vitals;
    }

    /** Begins to look. */
    public void start() {
        Thread looking = Thread.ofVirtual().name("live-feed").unstarted(this::run);
        if (!thread.compareAndSet(null, looking)) {
            throw new IllegalStateException("the live feed was started already");
        }
        looking.start();
    }

    @Override
    public void close() {
        Thread looking = thread.get();
        if (looking != null) {
            looking.interrupt();
        }
        listeners.clear();
    }

    /** How many listen now. */
    public int listeners() {
        return listeners.size();
    }

    Mailbox join() {
        Mailbox mailbox = new Mailbox();
        listeners.add(mailbox);
        return mailbox;
    }

    void leave(Mailbox mailbox) {
        listeners.remove(mailbox);
    }

    Changes changes() {
        return changes;
    }

    Object vitals() {
        return vitals.now();
    }

    private void run() {
        try {
            for (long look = 0; !Thread.currentThread().isInterrupted(); look++) {
                if (!listeners.isEmpty()) {
                    lookAround(look % LOOKS_PER_VALUES == 0);
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAround(boolean valuesToo) {
        try {
            long now = changes.newest();
            if (now != newest) {
                newest = now;
                listeners.forEach(Mailbox::wake);
            }
            if (valuesToo) {
                tellVitals();
                tellDevices();
                tellValues();
            }
            complained = false;
        } catch (RuntimeException away) {
            // The store may be away for a while; the page says so itself.
            if (!complained) {
                LOG.warn("looking for news: {}", away.toString());
            }
            complained = true;
        }
    }

    private void tellValues() {
        for (Latest latest : readings.latest()) {
            List<String> key = List.of(latest.equipment().value(), latest.metric());
            if (!latest.equals(values.put(key, latest))) {
                listeners.forEach(mailbox -> mailbox.leave(key, latest));
            }
        }
    }

    private void tellDevices() {
        for (Devices.Seen one : devices.seen()) {
            String key = one.equipment().value();
            if (!one.equals(seen.put(key, one))) {
                listeners.forEach(mailbox -> mailbox.leave(key, one));
            }
        }
    }

    private void tellVitals() {
        Object now = vitals.now();
        if (!now.equals(lastVitals)) {
            lastVitals = now;
            listeners.forEach(mailbox -> mailbox.leave(Vitals.class, now));
        }
    }
}
