package wrenchline.store.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/**
 * Where readings lie in InfluxDB, which joins what has the same time. Our times are whole microseconds, so there are a thousand places
 * for each: a reading takes the one that its digest names, or the next that is free. Where another reading of the same
 * microsecond may lie already, the server is asked, so that a reading that comes again finds its own place.
 */
final class InfluxPlaces {

    private static final int PLACES = 1_000;

    private final Server server;

    /** Up to where each machine's readings came, so that what is later lies nowhere yet. */
    private final Map<EquipmentId, Instant> newest = new HashMap<>();

    private boolean asked;

    InfluxPlaces(Server server) {
        this.server = server;
    }

    /** What is there already. */
    interface Server {

        /** What is kept of one machine in {@code [from, to)}. */
        List<Placed> placed(EquipmentId equipment, Instant from, Instant to);

        /** The newest reading of each machine. */
        List<Reading> newest();
    }

    /** A reading and its nanoseconds since the epoch. */
    record Placed(Taken taken, long nanos) {
        int place() {
            return (int) (nanos % PLACES);
        }
    }

    /** One machine's microsecond. */
    private record Moment(EquipmentId equipment, Instant at) {}

    /** Places {@code readings}; those that find no free place are left out. */
    List<Placed> place(List<Taken> readings) {
        if (!asked) {
            server.newest().forEach(this::see);
            asked = true;
        }
        Map<Moment, Map<Integer, Long>> lying = lying(doubtful(readings));
        List<Placed> placed = new ArrayList<>(readings.size());
        for (Taken taken : readings) {
            Reading reading = taken.reading();
            int place = place(reading.digest(), lying.computeIfAbsent(moment(reading), _ -> new HashMap<>(2)));
            if (place < PLACES) {
                placed.add(new Placed(taken, InfluxRows.nanos(reading.at()) + place));
            }
            // Before it is written: when that fails, nobody knows how far it came.
            see(reading);
        }
        return placed;
    }

    private void see(Reading reading) {
        newest.merge(reading.equipment(), reading.at(), (before, at) -> at.isAfter(before) ? at : before);
    }

    private List<Reading> doubtful(List<Taken> readings) {
        List<Reading> doubtful = new ArrayList<>();
        for (Taken taken : readings) {
            Instant known = newest.get(taken.reading().equipment());
            if (known != null && !taken.reading().at().isAfter(known)) {
                doubtful.add(taken.reading());
            }
        }
        return doubtful;
    }

    private Map<Moment, Map<Integer, Long>> lying(List<Reading> doubtful) {
        Set<Moment> wanted = new HashSet<>();
        doubtful.forEach(reading -> wanted.add(moment(reading)));
        Map<Moment, Map<Integer, Long>> lying = new HashMap<>();
        for (List<Reading> near : Search.stretches(doubtful)) {
            Instant end = near.getLast().at().plusNanos(1_000);
            for (Placed found :
                    server.placed(near.getFirst().equipment(), near.getFirst().at(), end)) {
                Moment moment = moment(found.taken().reading());
                if (wanted.contains(moment)) {
                    lying.computeIfAbsent(moment, _ -> new HashMap<>(2))
                            .put(found.place(), found.taken().reading().digest());
                }
            }
        }
        return lying;
    }

    private static Moment moment(Reading reading) {
        return new Moment(reading.equipment(), reading.at());
    }

    private static int place(long digest, Map<Integer, Long> lying) {
        int first = (int) Long.remainderUnsigned(digest, PLACES);
        for (int step = 0; step < PLACES; step++) {
            int place = (first + step) % PLACES;
            Long other = lying.putIfAbsent(place, digest);
            if (other == null || other == digest) {
                return place;
            }
        }
        return PLACES;
    }
}
