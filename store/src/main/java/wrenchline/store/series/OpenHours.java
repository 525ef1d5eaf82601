package wrenchline.store.series;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Taken;

/**
 * The hours whose sums cannot be trusted, because readings came into them since they were summed up. An hour is noted durably before
 * the first reading is written into it, and struck out when its sums are written and nothing came meanwhile: a kill in between leaves
 * an hour open that was closed already, never the other way round.
 */
final class OpenHours {

    /** Where they are noted. */
    interface Notes {

        /** The hours that are noted. */
        Collection<Long> read();

        /** A normal return means that {@code hours} are on disk. */
        void open(Collection<Long> hours);

        /** May be lost in a crash. */
        void close(Collection<Long> hours);
    }

    /** What happened to an hour. */
    private static final class Hour {
        private long touches;
        private int writing;
        private long touchedAt = System.nanoTime();
    }

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Notes notes;
    private @Nullable NavigableMap<Long, Hour> known;

    OpenHours(Notes notes) {
        this.notes = notes;
    }

    /** Read when first needed: where they are noted may be away until then. */
    private NavigableMap<Long, Hour> hours() {
        NavigableMap<Long, Hour> open = known;
        if (open == null) {
            open = new TreeMap<>();
            for (long hour : notes.read()) {
                open.put(hour, new Hour());
            }
            known = open;
        }
        return open;
    }

    /** {@code write} brings {@code readings} into the history; their hours are open from before it on. */
    void during(List<Taken> readings, Runnable write) {
        Set<Long> hours = hours(readings);
        begin(hours);
        try {
            write.run();
        } finally {
            end(hours);
        }
    }

    private static Set<Long> hours(List<Taken> readings) {
        Set<Long> hours = new TreeSet<>();
        long last = Long.MIN_VALUE;
        for (Taken taken : readings) {
            long hour = Math.floorDiv(taken.reading().at().getEpochSecond(), 3600L);
            if (hour != last && HistoryTimes.holds(taken.reading())) {
                last = hour;
                hours.add(hour * Grain.HOUR.micros());
            }
        }
        return hours;
    }

    private synchronized void begin(Set<Long> hours) {
        NavigableMap<Long, Hour> open = hours();
        List<Long> fresh =
                hours.stream().filter(hour -> !open.containsKey(hour)).toList();
        if (!fresh.isEmpty()) {
            notes.open(fresh);
        }
        hours.forEach(hour -> open.computeIfAbsent(hour, _ -> new Hour()).writing++);
    }

    private synchronized void end(Set<Long> hours) {
        for (long hour : hours) {
            Hour touched = hours().get(hour);
            if (touched != null) {
                touched.writing--;
                touched.touches++;
                touched.touchedAt = System.nanoTime();
            }
        }
    }

    /** Returns when nothing is being written into hours before {@code end}, in microseconds since the epoch. */
    void awaitCalmBefore(long end) {
        while (isWrittenBefore(end)) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private synchronized boolean isWrittenBefore(long end) {
        return hours().headMap(end).values().stream().anyMatch(hour -> hour.writing > 0);
    }

    /** The beginnings of all open hours, in microseconds since the epoch. */
    synchronized NavigableSet<Long> all() {
        return new TreeSet<>(hours().keySet());
    }

    /** Those that were left alone for {@code quiet}, each with a number that tells whether it was touched since. */
    synchronized NavigableMap<Long, Long> due(Duration quiet) {
        long now = System.nanoTime();
        NavigableMap<Long, Long> due = new TreeMap<>();
        hours().forEach((hour, state) -> {
            if (state.writing == 0 && now - state.touchedAt >= quiet.toNanos()) {
                due.put(hour, state.touches);
            }
        });
        return due;
    }

    /** Strikes those of {@code summed} out that were not touched since. */
    synchronized void close(Map<Long, Long> summed) {
        List<Long> closed = summed.entrySet().stream()
                .filter(entry -> isUntouched(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        notes.close(closed);
        hours().keySet().removeAll(closed);
    }

    private boolean isUntouched(long hour, long touches) {
        Hour state = hours().get(hour);
        return state != null && state.writing == 0 && state.touches == touches;
    }
}
