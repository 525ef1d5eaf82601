package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.reading.Quarantined;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Sender;

/** Turns frames into entries. What cannot be read is an entry too: a message that was not understood. */
final class Collector implements LogReader.Each {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final List<Entry> batch;
    private final InstantSource clock;
    private final EntryReader entries = new EntryReader();

    /** @param batch takes the entries */
    Collector(List<Entry> batch, InstantSource clock) {
        this.batch = batch;
        this.clock = clock;
    }

    @Override
    public void frame(long position, ByteBuffer body) {
        ByteBuffer whole = body.duplicate();
        try {
            batch.add(entries.read(position, body));
        } catch (RuntimeException bug) {
            LOG.error("reading an entry of the intake log at {}", position, bug);
            byte[] content = new byte[whole.remaining()];
            whole.get(content);
            batch.add(unreadable(position, "an entry of the intake log cannot be read: " + bug, content));
        }
    }

    @Override
    public void entries(List<Entry> remembered) {
        batch.addAll(remembered);
    }

    @Override
    public void damage(long from, long to, byte[] content) {
        batch.add(unreadable(from, "the intake log is damaged from " + from + " to " + to, content));
    }

    private Entry unreadable(long position, String reason, byte[] content) {
        return new Entry(
                position,
                clock.instant(),
                List.of(new Decoded.Rejected(Decoded.Fault.PAYLOAD, reason)),
                new Entry.Original("intake log", new Sender.Anyone(), "", content),
                Quarantined.LIVE);
    }
}
