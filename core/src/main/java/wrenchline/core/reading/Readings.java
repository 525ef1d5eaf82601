package wrenchline.core.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.EquipmentId;

/** The telemetry history (遥测历史). */
public interface Readings {

    /**
     * Keeps {@code readings}. A normal return means that they are on disk and survive a power cut. Keeping the same reading
     * again (equal in equipment, event time and {@link Reading#digest digest}) adds nothing; the number it came with last stays.
     *
     * @throws HistoryUnavailable when they could not be kept; none may then be acknowledged
     * @throws ReadingsRefused when the history will never take some of them; all others are kept
     */
    void keep(List<Taken> readings);

    /** Which of {@code readings} are kept already, each with the number under which it is. */
    Map<Reading, Long> find(Collection<Reading> readings);

    /** At most {@code points} points of {@code metric} in {@code [from, to)}, oldest first. */
    List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points);

    /** All readings of {@code equipment} with event time in {@code [from, to)}, oldest first. */
    List<Taken> replay(EquipmentId equipment, Instant from, Instant to);

    /** How many readings with event time in {@code [from, to)} are kept, by machine and UTC day of the event time. */
    List<DayCount> counts(Instant from, Instant to);

    /** The newest value of every metric of all equipment. */
    List<Latest> latest();

    /**
     * From now on what is older than {@code horizon} is refused, and told from what is left: readings as their sums, minutes as hours.
     * Returns when nothing older is being written any more. Holds until the history is closed.
     */
    void seal(Horizon horizon);

    /** Purges what is older than was sealed, once it is summed up. */
    void purge();

    /** Whether the history can be written and read now, as far as a cheap look tells. */
    boolean answers();

    /** The history cannot be written or read now. */
    final class HistoryUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public HistoryUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The history will never take these readings, for instance because of an impossible time. Trying again is of no use. */
    final class ReadingsRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Taken> refused;

        public ReadingsRefused(String message, List<Taken> refused) {
            super(message);
            this.refused = List.copyOf(refused);
        }

        /** Those that were not kept. */
        public List<Taken> refused() {
            return refused;
        }
    }
}
