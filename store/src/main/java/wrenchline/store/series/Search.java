package wrenchline.store.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/** Looks readings up in a history: those of one machine that lie near each other in time by one question. */
final class Search {

    /** Longer gaps are not read through: what lies in them was not asked for. */
    private static final Duration GAP = Duration.ofSeconds(5);

    private Search() {}

    /** Gives what is kept of one machine in {@code [from, to)}. */
    @FunctionalInterface
    interface Replay {
        List<Taken> replay(EquipmentId equipment, Instant from, Instant to);
    }

    /** Those of {@code sought} that {@code history} has, with their numbers. */
    static Map<Reading, Long> find(Collection<Reading> sought, Replay history) {
        Map<Reading, Long> found = new HashMap<>();
        for (List<Reading> near : stretches(sought)) {
            Instant end = near.getLast().at().plusNanos(1_000);
            Map<Key, Long> kept = new HashMap<>();
            history.replay(near.getFirst().equipment(), near.getFirst().at(), end)
                    .forEach(taken -> kept.put(Key.of(taken.reading()), taken.intake()));
            for (Reading reading : near) {
                Long intake = kept.get(Key.of(reading));
                if (intake != null) {
                    found.put(reading, intake);
                }
            }
        }
        return found;
    }

    /** By machine and in order of time, cut where there are long gaps. */
    static List<List<Reading>> stretches(Collection<Reading> sought) {
        Map<EquipmentId, List<Reading>> byMachine = sought.stream().collect(Collectors.groupingBy(Reading::equipment));
        List<List<Reading>> stretches = new ArrayList<>();
        for (List<Reading> readings : byMachine.values()) {
            readings.sort(Comparator.comparing(Reading::at));
            int begin = 0;
            for (int index = 1; index <= readings.size(); index++) {
                if (index == readings.size() || isGap(readings.get(index - 1), readings.get(index))) {
                    stretches.add(readings.subList(begin, index));
                    begin = index;
                }
            }
        }
        return stretches;
    }

    private static boolean isGap(Reading before, Reading after) {
        return before.at().plus(GAP).isBefore(after.at());
    }

    /** What makes a reading of one machine that reading. */
    private record Key(Instant at, long digest) {
        static Key of(Reading reading) {
            return new Key(reading.at(), reading.digest());
        }
    }
}
