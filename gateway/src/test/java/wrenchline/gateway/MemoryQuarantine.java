package wrenchline.gateway;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wrenchline.core.reading.Quarantine;
import wrenchline.core.reading.Quarantined;

/** A quarantine in memory. */
public final class MemoryQuarantine implements Quarantine {

    public final BlockingQueue<Quarantined> messages = new LinkedBlockingQueue<>();

    @Override
    public synchronized void keep(Quarantined message) {
        if (messages.stream().noneMatch(known -> known.id().equals(message.id()))) {
            messages.add(message);
        }
    }

    public List<Quarantined> newest(int atMost) {
        return List.copyOf(messages);
    }
}
