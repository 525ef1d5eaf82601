package wrenchline.gateway.detecting;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Fittings;
import wrenchline.core.detection.Outlook;
import wrenchline.core.equipment.EquipmentId;

/**
 * Keeps what detectors know, each now and then and all at the end, shows how things stand, and tells which parts were fitted. What
 * cannot be kept is kept later: what comes between is in the history.
 */
public final class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    /** So much is written at once, that the readings do not wait. */
    private static final int MOST_BYTES = 2 << 20;

    private static final int MOST_SHOWN = 50;
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration FITTINGS = Duration.ofMinutes(1);

    private final DetectorStates states;
    private final Fittings fittings;
    private final Pace pace;
    private final InstantSource clock;
    private long turnNanos = System.nanoTime();
    private Instant fittingsRead;

    /**
     * @param keep how often at most a detector's knowledge is kept
     * @param show how often at most it is shown how things stand with a machine
     */
    public record Pace(Duration keep, Duration show) {
        public static final Pace USUAL = new Pace(Duration.ofMinutes(5), Duration.ofSeconds(20));
    }

    public Keeping(DetectorStates states, Fittings fittings, Pace pace, InstantSource clock) {
        this.states = states;
        this.fittings = fittings;
        this.pace = pace;
        this.clock = clock;
        this.fittingsRead = clock.instant();
    }

    /** Gives {@code detector} what was known of the machine. Empty when that was nothing, or cannot be wholly read any more. */
    Optional<DetectorState> restore(EquipmentId equipment, Detector detector) {
        Optional<DetectorState> known = states.find(equipment);
        try {
            if (known.isPresent()) {
                known.get().giveTo(detector);
            }
            return known;
        } catch (IOException unreadable) {
            LOG.warn("what the detector of {} knew cannot be read; that begins afresh", equipment, unreadable);
            return Optional.empty();
        } finally {
            fittings.of(equipment).forEach(detector::fitted);
        }
    }

    void settle(Iterable<Watch> watches, long position, boolean now) {
        if (!now && System.nanoTime() - turnNanos < TURN.toNanos()) {
            return;
        }
        turnNanos = System.nanoTime();
        List<Watch.By> due = new ArrayList<>();
        List<Watch.By> shown = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch instanceof Watch.By by) {
                if (by.isToBeKept(now ? Duration.ZERO : pace.keep())) {
                    due.add(by);
                }
                if (shown.size() < MOST_SHOWN && by.isToBeShown(pace.show())) {
                    shown.add(by);
                }
            }
        }
        try {
            int begin = 0;
            do {
                begin += keep(due.subList(begin, due.size()), position);
            } while (now && begin < due.size());
            show(shown);
            tellFittings(watches);
        } catch (RuntimeException away) {
            LOG.warn("keeping what detectors know: failed, to be done later", away);
        }
    }

    /** Keeps as many of the first of {@code due} as go in one write; tells how many. */
    int keep(List<Watch.By> due, long position) {
        List<DetectorState> written = new ArrayList<>();
        int bytes = 0;
        for (Watch.By watch : due) {
            if (bytes >= MOST_BYTES) {
                break;
            }
            DetectorState state = watch.state(position);
            written.add(state);
            bytes += state.bytes().length;
        }
        if (!written.isEmpty()) {
            states.keep(written);
            due.subList(0, written.size()).forEach(Watch.By::kept);
        }
        return written.size();
    }

    private void show(List<Watch.By> shown) {
        Map<EquipmentId, Outlook> outlooks = new HashMap<>();
        for (Watch.By watch : shown) {
            Outlook outlook = watch.detector().outlook();
            if (!outlook.equals(Outlook.NONE)) {
                outlooks.put(watch.equipment(), outlook);
            }
        }
        if (!outlooks.isEmpty()) {
            states.show(outlooks);
        }
        shown.forEach(Watch.By::shown);
    }

    private void tellFittings(Iterable<Watch> watches) {
        Instant now = clock.instant();
        if (now.isBefore(fittingsRead.plus(FITTINGS))) {
            return;
        }
        Map<EquipmentId, List<Fitting>> fitted = new HashMap<>();
        // One that was entered while the last were read is told twice rather than never.
        fittings.since(fittingsRead.minus(FITTINGS))
                .forEach(one -> fitted.computeIfAbsent(one.equipment(), _ -> new ArrayList<>())
                        .add(one));
        for (Watch watch : watches) {
            if (watch instanceof Watch.By by) {
                fitted.getOrDefault(by.equipment(), List.of()).forEach(by.detector()::fitted);
            }
        }
        fittingsRead = now;
    }
}
