package wrenchline.gateway.detecting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Readings;

/**
 * Looks for what readings tell that came late (迟到回看): a detector of its own is shown the history round them in the order of event
 * times. What had been told before is told again; the desk knows it.
 *
 * @param window how much before and after them it is shown; longer than any limit's duration
 */
record LookBack(Readings history, Detectors detectors, Detection.Stored stored, Duration window) {

    /** So much history is held in memory at once. */
    private static final Duration SLICE = Duration.ofHours(6);

    /**
     * What {@code late} tells.
     *
     * @return empty when the history does not have them all yet
     * @throws Readings.HistoryUnavailable when it cannot be read
     */
    Optional<List<Finding>> at(EquipmentId machine, Late.Span late) {
        if (!stored.await(late.end() + 1)) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        detectors
                .watching(machine)
                .map(detector -> new Watch.By(machine, detector, 0))
                .ifPresent(watch -> {
                    Instant end = late.last().plus(window);
                    for (Instant from = late.first().minus(window); from.isBefore(end); from = from.plus(SLICE)) {
                        Instant to = from.plus(SLICE);
                        history.replay(machine, from, to.isBefore(end) ? to : end)
                                .forEach(taken -> findings.addAll(watch.look(taken)));
                    }
                });
        // What was there before them is no news; what must be learned first is for those that watch the present.
        Set<String> learned = findings.stream()
                .filter(finding -> finding instanceof Finding.Raised raised
                        && raised.groundsIfAny().isPresent())
                .map(Finding::failureMode)
                .collect(Collectors.toSet());
        findings.removeIf(finding -> finding.at().isBefore(late.first()) || learned.contains(finding.failureMode()));
        return Optional.of(findings);
    }
}
