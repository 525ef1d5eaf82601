package wrenchline.gateway.detecting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.detection.Finding;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Quarantine;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.intake.Follower;
import wrenchline.gateway.intake.Retry;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.PlainText;

/**
 * Tells what arrived to those who act on it: readings to the detectors, findings and fault codes to the desk, status and attributes
 * to the register of devices. Entries that were seen and not noted as such before a crash are told again, which changes nothing.
 */
public final class Detecting implements Follower.Work {

    private static final Logger LOG = LoggerFactory.getLogger(Detecting.class);

    private static final int TRIES = 8;

    private final Detection detection;
    private final Heard heard;
    private final Devices devices;
    private final Findings findings;
    private final Quarantine quarantine;
    private final Ledger ledger;
    private final Retry retry;
    private final Duration settleEvery;
    private final long toldBefore;
    private final LongAdder told = new LongAdder();
    private long settled;
    private long settledAt = System.nanoTime();

    /** @param settled everything before this position was told already; what is given of it is for the detectors alone */
    public Detecting(
            Detection detection,
            Heard heard,
            Devices devices,
            Findings findings,
            Quarantine quarantine,
            Ledger ledger,
            Retry retry,
            Duration settleEvery,
            long settled) {
        this.detection = detection;
        this.heard = heard;
        this.devices = devices;
        this.findings = findings;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.retry = retry;
        this.settleEvery = settleEvery;
        this.toldBefore = settled;
        this.settled = settled;
    }

    /** Findings told to the desk since the start. */
    public long told() {
        return told.sum();
    }

    @Override
    public void take(List<Entry> entries) {
        entries.forEach(this::take);
    }

    private void take(Entry entry) {
        if (entry.position() < toldBefore) {
            // Not in the history when the process ended: the detectors must know it, and nobody else.
            entry.readings().forEach(taken -> detection.on(taken, entry));
            return;
        }
        entry.machine().ifPresent(machine -> heard.note(machine, entry.received()));
        for (Taken taken : entry.readings()) {
            for (Finding finding : detection.on(taken, entry)) {
                act(
                        entry,
                        "telling the desk of " + finding.failureMode() + " of " + finding.equipment(),
                        () -> findings.on(finding));
                told.increment();
            }
        }
        for (Decoded part : entry.parts()) {
            switch (part) {
                case Decoded.Event(var event) -> {
                    act(entry, "keeping an event of " + event.equipment(), () -> devices.keep(event));
                    act(
                            entry,
                            "telling the desk of " + event.code() + " of " + event.equipment(),
                            () -> findings.on(event));
                }
                case Decoded.Status(var status) ->
                    act(entry, "keeping the status of " + status.equipment(), () -> devices.keep(status));
                case Decoded.Attributes(var attributes) ->
                    act(entry, "keeping attributes of " + attributes.equipment(), () -> devices.keep(attributes));
                case Decoded.Answer(var answer) ->
                    act(entry, "telling the desk what " + answer.equipment() + " answers", () -> findings.on(answer));
                case Decoded.Telemetry _, Decoded.Rejected _ -> {
                    // The detectors have seen the readings; what was not understood is not ours.
                }
            }
        }
    }

    /** What fails although the database works fails for ever, and must not stop what comes after it. */
    private void act(Entry entry, String what, Runnable action) {
        retry.unlessHopeless(what, action, TRIES, _ -> databaseWorks())
                .ifPresent(reason -> quarantine(entry, what + " failed with " + reason));
    }

    /** A finding that no single entry has brought. */
    private void tell(Finding finding) {
        String what = "telling the desk of " + finding.failureMode() + " of " + finding.equipment();
        retry.unlessHopeless(what, () -> findings.on(finding), TRIES, _ -> databaseWorks())
                .ifPresent(reason -> LOG.error("{}: given up, {}", what, reason));
        told.increment();
    }

    private boolean databaseWorks() {
        try {
            return ledger.position(Ledger.Follower.DETECTING) >= 0;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private void quarantine(Entry entry, String reason) {
        Entry.Original original = entry.original();
        Quarantined message = new Quarantined(
                UUID.nameUUIDFromBytes(("detecting " + entry.position()).getBytes(StandardCharsets.UTF_8)),
                entry.received(),
                PlainText.of(original.source()),
                PlainText.of(original.topic()),
                original.isNone() ? entry.parts().toString().getBytes(StandardCharsets.UTF_8) : original.payload(),
                PlainText.of(reason));
        retry.until("quarantining the entry at " + entry.position(), () -> quarantine.keep(message));
    }

    @Override
    public long settle(long position, boolean now) {
        detection.lookBack(now).forEach(this::tell);
        detection.settle(position, now);
        boolean due = now || System.nanoTime() - settledAt >= settleEvery.toNanos();
        if (due) {
            heard.write();
        }
        long sure = Math.min(position, detection.settled());
        if (sure > settled && due) {
            retry.until("noting what was told", () -> ledger.pass(Ledger.Follower.DETECTING, sure));
            settled = sure;
            settledAt = System.nanoTime();
        }
        return settled;
    }
}
