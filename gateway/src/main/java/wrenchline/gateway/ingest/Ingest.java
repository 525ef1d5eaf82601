package wrenchline.gateway.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import wrenchline.core.reading.Ledger;
import wrenchline.gateway.detecting.Detecting;
import wrenchline.gateway.detecting.Detection;
import wrenchline.gateway.detecting.Detectors;
import wrenchline.gateway.detecting.Findings;
import wrenchline.gateway.detecting.Heard;
import wrenchline.gateway.detecting.Keeping;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.intake.Disk;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.intake.EntryWriter;
import wrenchline.gateway.intake.Follower;
import wrenchline.gateway.intake.IntakeLog;
import wrenchline.gateway.intake.Retry;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.PayloadDecoder;
import wrenchline.gateway.quota.Bounds;
import wrenchline.gateway.storing.Storing;

/**
 * The main path, in order: decode, append to the intake log, sync, acknowledge; then, each at its own pace and from the log, store
 * and detect. Acknowledged means on disk, and what follows from it will happen: a follower goes on after a restart where it was.
 */
public final class Ingest implements Inlet, AutoCloseable {

    /** While it is this long behind a wait for the history is of no use. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final PayloadDecoder decoder;
    private final IngestSettings settings;
    private final Bounds bounds;
    private final Times times;
    private final InstantSource clock;
    private final ThreadLocal<EntryWriter> writers = ThreadLocal.withInitial(EntryWriter::new);
    private final IntakeLog<Receipt> log;
    private final Retry retry;
    private final Storing storing;
    private final long begin;
    private final Detecting detecting;
    private final Follower storer;
    private final Follower detector;
    private final LongAdder received = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();

    public Ingest(
            PayloadDecoder decoder,
            Stores stores,
            Detectors detectors,
            Findings findings,
            IngestSettings settings,
            Disk disk,
            InstantSource clock) {
        this.decoder = decoder;
        this.settings = settings;
        this.clock = clock;
        this.bounds = new Bounds(settings.quotas());
        this.times = new Times(settings.clockAhead());
        this.retry = new Retry(settings.firstRetry(), settings.longestRetry());
        Ledger ledger = stores.ledger();
        long stored = ledger.position(Ledger.Follower.STORING);
        long told = ledger.position(Ledger.Follower.DETECTING);
        this.log = IntakeLog.open(settings.intake(), disk, Math.max(stored, told), this::acknowledge);
        this.begin = log.synced();
        this.storing = new Storing(stores.history(), ledger, retry, settings.booksEvery(), stored);
        this.storer =
                new Follower("storing", log, stored, storing, this::release, retry, settings.followEvery(), clock);
        Detection detection = new Detection(
                stores.history(),
                detectors,
                new Keeping(stores.detectors(), stores.fittings(), settings.keeping(), clock),
                position -> storer.awaitPassed(position, MOMENT),
                settings.window(),
                clock,
                retry);
        this.detecting = new Detecting(
                detection,
                new Heard(stores.devices(), settings.heardEvery()),
                stores.devices(),
                findings,
                stores.quarantine(),
                ledger,
                retry,
                settings.booksEvery(),
                told);
        this.detector = new Follower(
                // What is not in the history yet cannot be shown to the detectors from there.
                "detecting",
                log,
                Math.min(stored, told),
                detecting,
                this::release,
                retry,
                settings.followEvery(),
                clock);
        storer.start();
        detector.start();
    }

    /** Step 1, on the thread of the source: decode, and append to the log. False when enough waits for the disk. */
    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        Decoded decoded = decoder.decode(arrival.topic(), arrival.payload(), arrival.received());
        return receive(arrival, List.of(decoded), whenRoom);
    }

    /**
     * As {@link #receive(Arrival, Runnable)}, for what was decoded already: the message says {@code parts}, be it of several
     * machines or nothing.
     */
    public boolean receive(Arrival arrival, List<Decoded> parts, Runnable whenRoom) {
        received.increment();
        if (parts.isEmpty() && arrival.isReplay()) {
            // The books must have it, or it would be replayed for ever.
            return append(
                    arrival,
                    List.of(new Decoded.Rejected(Decoded.Fault.PAYLOAD, "it says nothing that is kept")),
                    whenRoom);
        }
        if (parts.isEmpty()) {
            acknowledged.increment();
            arrival.acknowledgement().settled(Outcome.KEPT);
            arrival.acknowledgement().afterGroup().run();
            return true;
        }
        List<Decoded> allowed = bounds.check(parts, arrival.payload().length);
        List<Decoded> checked = times.check(allowed, arrival);
        return append(arrival, arrival.isReplay() ? Times.arrived(checked, clock.instant()) : checked, whenRoom);
    }

    private boolean append(Arrival arrival, List<Decoded> parts, Runnable whenRoom) {
        Outcome outcome = Outcome.KEPT;
        boolean understood = true;
        for (Decoded part : parts) {
            outcome = outcome.and(Outcome.of(part));
            understood &= Entry.faultOf(part).isEmpty();
        }
        // Of a message that is understood, what it says is enough.
        Entry.Original original = understood ? Entry.Original.NONE : arrival.original();
        EntryWriter writer = writers.get();
        LongFunction<Entry> entry = arrival.isReplay() ? null : Entry.asRead(arrival.received(), parts, original);
        int length;
        try {
            length = writer.write(arrival.received(), parts, original, arrival.replayOf());
        } catch (RuntimeException bug) {
            // Thrown on, it would leave the message unacknowledged, and it would come again for ever.
            Decoded rejected = new Decoded.Rejected(Decoded.Fault.PAYLOAD, "writing it to the log failed with " + bug);
            outcome = Outcome.BAD_PAYLOAD;
            entry = null;
            length = writer.write(arrival.received(), List.of(rejected), arrival.original(), arrival.replayOf());
        }
        return log.append(writer.bytes(), length, entry, new Receipt(arrival.acknowledgement(), outcome), whenRoom);
    }

    /** Step 2, on the thread of the log: a group is on disk, and the sources may acknowledge. For MQTT this sends PUBACK. */
    private void acknowledge(List<Receipt> group) {
        acknowledged.add(group.size());
        Receipt.tell(group);
    }

    /** Steps 3 and 4, storing and detecting, are on the threads of the followers. What both have done with is deleted. */
    private void release() {
        log.release(Math.min(storer.settled(), detector.settled()));
    }

    /** Waits until all that is acknowledged by now is in the history; false when {@code patience} ends before. */
    public boolean awaitStored(Duration patience) {
        return storer.awaitPassed(log.synced(), patience);
    }

    /** Whether the books have all that was acknowledged before the start. */
    public boolean hasCaughtUp() {
        return storer.settled() >= begin;
    }

    /** How it is. */
    public IngestSnapshot snapshot() {
        long end = log.synced();
        return new IngestSnapshot(
                received.sum(),
                acknowledged.sum(),
                detecting.told(),
                storing.state(),
                log.state(),
                end - storer.passed(),
                end - detector.passed(),
                storer.stalled(),
                detector.stalled());
    }

    /** Finishes what the log holds, as far as that works; what remains is done after the next start. Close the sources first. */
    @Override
    public void close() {
        log.close();
        storer.close();
        detector.close();
        if (!storer.join(settings.closing()) || !detector.join(settings.closing())) {
            retry.abandon();
            storer.join(settings.longestRetry());
            detector.join(settings.longestRetry());
        }
    }
}
