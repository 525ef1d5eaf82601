package wrenchline.gateway.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/**
 * The detectors of one lane, owned by its thread. A machine's detector is lost with the process, so at its first use it is shown
 * the history of the last minutes: what was acknowledged and not yet detected when the process was killed is found then.
 */
final class Detection {

    private static final Logger LOG = LoggerFactory.getLogger(Detection.class);

    /** More machines than a site has; the least recently heard are forgotten and shown their history again. */
    private static final int MOST_MACHINES = 20_000;

    private final Readings history;
    private final Detectors detectors;
    private final Findings findings;
    private final IngestSettings settings;
    private final InstantSource clock;
    private final Retry retry;
    private final Counters counters;
    private final Map<EquipmentId, Watch> watches = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EquipmentId, Watch> eldest) {
            return size() > MOST_MACHINES;
        }
    };

    Detection(
            Readings history,
            Detectors detectors,
            Findings findings,
            IngestSettings settings,
            InstantSource clock,
            Retry retry,
            Counters counters) {
        this.history = history;
        this.detectors = detectors;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
        this.retry = retry;
        this.counters = counters;
    }

    /** What {@code reading}, which is in the history already, tells. */
    void on(Reading reading) {
        if (watch(reading.equipment()) instanceof Watch.By(Detector detector)) {
            look(detector, reading).forEach(this::tell);
        }
    }

    /** Makes sure that {@code equipment} is watched and its recent history has been looked at. */
    Watch watch(EquipmentId equipment) {
        Instant now = clock.instant();
        Watch known = watches.get(equipment);
        if (known != null && !known.isStale(now)) {
            return known;
        }
        Optional<Detector> found =
                retry.until("finding the detector for " + equipment, () -> detectors.watching(equipment));
        Watch watch = found.<Watch>map(Watch.By::new).orElseGet(() -> new Watch.NotYet(now));
        found.ifPresent(detector -> warm(equipment, detector, now));
        watches.put(equipment, watch);
        return watch;
    }

    /**
     * Shows {@code detector} twice the window and tells what it finds in the second half: what began in the first half is known
     * to it then, and a failure that stands for longer is not taken for a new one.
     */
    private void warm(EquipmentId equipment, Detector detector, Instant now) {
        Instant from = now.minus(settings.window().multipliedBy(2));
        // A controller's clock may be ahead of ours.
        Instant to = now.plus(settings.window());
        List<Taken> recent =
                retry.until("replaying the history of " + equipment, () -> history.replay(equipment, from, to));
        for (Taken taken : recent) {
            for (Finding finding : look(detector, taken.reading())) {
                if (!finding.at().isBefore(now.minus(settings.window()))) {
                    tell(finding);
                }
            }
        }
    }

    private static List<Finding> look(Detector detector, Reading reading) {
        try {
            return detector.on(reading);
        } catch (RuntimeException bug) {
            LOG.error(
                    "detecting for {} at {}: the reading is kept but was not understood",
                    reading.equipment(),
                    reading.at(),
                    bug);
            return List.of();
        }
    }

    private void tell(Finding finding) {
        retry.until(
                "telling the desk of " + finding.failureMode() + " of " + finding.equipment(),
                () -> findings.on(finding));
        counters.finding();
    }
}
