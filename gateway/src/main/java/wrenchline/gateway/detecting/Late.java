package wrenchline.gateway.detecting;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Taken;

/**
 * Which machines sent readings older than others that had come (迟到数据), and from when to when they are: what they tell is looked for
 * afterwards, in the order of event times. Owned by one thread.
 */
final class Late {

    /** After the first, others of the same upload come; and no machine is looked at again more often. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Map<EquipmentId, Span> spans = new LinkedHashMap<>();

    /**
     * Readings of one machine that came late.
     *
     * @param first event time
     * @param last event time
     * @param begin position of the entry that came first
     * @param end number of the reading that came last
     */
    record Span(Instant first, Instant last, long begin, long end, Instant due) {

        private Span dueAt(Instant next) {
            return new Span(first, last, begin, end, next);
        }

        private Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    Math.min(begin, other.begin),
                    Math.max(end, other.end),
                    due);
        }
    }

    /** @param position of the entry in which it came */
    void add(Taken taken, long position, Instant now) {
        Instant at = taken.reading().at();
        Span span = new Span(at, at, position, taken.intake(), now.plus(PAUSE));
        spans.merge(taken.reading().equipment(), span, Span::with);
    }

    /** Those that are to be looked at now. */
    List<EquipmentId> due(Instant now) {
        return spans.entrySet().stream()
                .filter(span -> !span.getValue().due().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    Span span(EquipmentId machine) {
        return Objects.requireNonNull(spans.get(machine));
    }

    /** Not again before a pause has passed. */
    void postpone(EquipmentId machine, Instant now) {
        spans.computeIfPresent(machine, (_, span) -> span.dueAt(now.plus(PAUSE)));
    }

    void done(EquipmentId machine) {
        spans.remove(machine);
    }

    /** Before this position nothing is left to be looked at. */
    long oldest() {
        return spans.values().stream().mapToLong(Span::begin).min().orElse(Long.MAX_VALUE);
    }
}
