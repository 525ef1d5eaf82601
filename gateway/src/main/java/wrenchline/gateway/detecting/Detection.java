package wrenchline.gateway.detecting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.intake.LastHeard;
import wrenchline.gateway.intake.Retry;

/**
 * The detectors. At its first use a machine's detector is given what it knew when that was last kept, and shown what came since, from
 * the history and up to the entry at which the process goes on: it has seen every reading once then. Where nothing was kept, it is
 * shown the history of the last minutes instead. Owned by one thread.
 */
public final class Detection {

    private static final Logger LOG = LoggerFactory.getLogger(Detection.class);

    /** More machines than a site has; the least recently heard are forgotten and shown their history again. */
    private static final int MOST_MACHINES = 20_000;

    /** How long detection goes on without a history that did not answer. */
    private static final Duration WITHOUT = Duration.ofSeconds(30);

    private final Readings history;
    private final Detectors detectors;
    private final Stored stored;
    private final Duration window;
    private final InstantSource clock;
    private final Retry retry;
    private final Keeping keeping;
    private final Late late = new Late();
    private final LookBack lookBack;
    private final LastHeard<Watch> watches = new LastHeard<>(MOST_MACHINES);
    private boolean forgot;
    private Instant coldUntil = Instant.MIN;

    /** Tells whether readings are in the history. */
    @FunctionalInterface
    public interface Stored {
        /** Waits a moment until everything before {@code position} is there; false when it is not. */
        boolean await(long position);
    }

    /** @param window how far back a detector is shown the history; longer than any limit's duration */
    public Detection(
            Readings history,
            Detectors detectors,
            Keeping keeping,
            Stored stored,
            Duration window,
            InstantSource clock,
            Retry retry) {
        this.history = history;
        this.detectors = detectors;
        this.keeping = keeping;
        this.stored = stored;
        this.window = window;
        this.clock = clock;
        this.retry = retry;
        this.lookBack = new LookBack(history, detectors, stored, window);
    }

    /**
     * What {@code taken} tells, in the light of those before it. When it is late, more is found by {@link #lookBack}.
     *
     * @param entry in which it came: out of quarantine, its lateness says nothing of the machine's clock
     */
    List<Finding> on(Taken taken, Entry entry) {
        EquipmentId equipment = taken.reading().equipment();
        Instant now = clock.instant();
        Watch watch = watches.get(equipment);
        List<Finding> findings = new ArrayList<>();
        if (watch == null || watch.isStale(now)) {
            // What this process has seen of the machine itself may not be in the history yet.
            boolean seen = watch != null || forgot;
            watch = begin(equipment, taken.intake(), seen, now, findings);
        }
        if (watch instanceof Watch.By by) {
            boolean isLate = by.isLate(taken.reading());
            if (isLate) {
                late.add(taken, entry.position(), now);
            }
            if (!isLate || !entry.isReplay()) {
                findings.addAll(by.look(taken));
            }
        }
        return findings;
    }

    /**
     * What late readings tell, each machine after a while.
     *
     * @param now whether not to wait for more of them
     */
    List<Finding> lookBack(boolean now) {
        List<Finding> findings = new ArrayList<>();
        for (EquipmentId machine : late.due(now ? Instant.MAX : clock.instant())) {
            late.postpone(machine, clock.instant());
            try {
                lookBack.at(machine, late.span(machine)).ifPresent(found -> {
                    findings.addAll(found);
                    late.done(machine);
                });
            } catch (RuntimeException away) {
                LOG.warn("looking at late readings of {}: tried again", machine, away);
            }
        }
        return findings;
    }

    /** Before this position no late reading is left to be looked at. */
    long settled() {
        return late.oldest();
    }

    private Watch begin(EquipmentId equipment, long upTo, boolean seen, Instant now, List<Finding> findings) {
        Optional<Detector> found =
                retry.until("finding the detector for " + equipment, () -> detectors.watching(equipment));
        Watch watch = found.<Watch>map(detector -> begin(equipment, detector, upTo, seen, now, findings))
                .orElseGet(() -> new Watch.NotYet(now));
        watches.put(equipment, watch);
        watches.overdue().ifPresent(eldest -> {
            if (eldest instanceof Watch.By by) {
                retry.until("keeping what is known of " + by.equipment(), () -> keeping.keep(List.of(by), upTo));
            }
            forgot = true;
        });
        return watch;
    }

    private Watch.By begin(
            EquipmentId equipment, Detector detector, long upTo, boolean seen, Instant now, List<Finding> findings) {
        Optional<DetectorState> known = retry.until(
                "finding what the detector of " + equipment + " knew", () -> keeping.restore(equipment, detector));
        long from = known.map(DetectorState::position).orElse(0L);
        Watch.By watch = new Watch.By(equipment, detector, from);
        if (known.isPresent()) {
            // What it finds in them was told by the process that saw them first.
            Instant since = known.get().newest().minus(window);
            replay(equipment, since, now, seen ? upTo : 0).stream()
                    .filter(taken -> taken.intake() < upTo)
                    .sorted(Comparator.comparingLong(Taken::intake))
                    .forEach(watch::look);
        } else {
            findings.addAll(warm(watch, upTo, seen, now));
        }
        return watch;
    }

    /**
     * Shows a detector twice the window and gives what it finds in the second half: what began in the first half is known to it then,
     * and a failure that stands for longer is not taken for a new one. What was told before is told again; the desk knows it.
     */
    private List<Finding> warm(Watch.By watch, long upTo, boolean seen, Instant now) {
        List<Finding> findings = new ArrayList<>();
        replay(watch.equipment(), now.minus(window.multipliedBy(2)), now, seen ? upTo : 0).stream()
                .filter(taken -> taken.intake() < upTo)
                .sorted(Comparator.comparingLong(Taken::intake))
                .forEach(taken -> findings.addAll(watch.look(taken)));
        findings.removeIf(finding -> finding.at().isBefore(now.minus(window)));
        return findings;
    }

    /** Everything before {@code position} was shown. Keeps what detectors know, now and then or {@code now}. */
    void settle(long position, boolean now) {
        keeping.settle(watches.all(), position, now);
    }

    /** A history that is away must not make the product blind: the detector begins without it then. */
    private List<Taken> replay(EquipmentId equipment, Instant from, Instant now, long needed) {
        if (now.isBefore(coldUntil)) {
            return List.of();
        }
        try {
            if (stored.await(needed)) {
                // A controller's clock may be ahead of ours.
                return history.replay(equipment, from, now.plus(window));
            }
            LOG.warn("the history is behind: the detector of {} begins without it", equipment);
        } catch (Readings.HistoryUnavailable away) {
            LOG.warn("the history is away: the detector of {} begins without it", equipment, away);
        }
        coldUntil = now.plus(WITHOUT);
        return List.of();
    }
}
