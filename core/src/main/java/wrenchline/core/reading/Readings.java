package wrenchline.core.reading;

import java.time.Instant;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;

/** The telemetry history (遥测历史). */
public interface Readings {

    /**
     * Keeps {@code readings}. A normal return means that they are on disk and survive a power cut. Keeping the same reading
     * again changes nothing.
     *
     * @throws HistoryUnavailable when they could not be kept; none may then be acknowledged
     * @throws ReadingsRefused when the history will never take some of them; all others are kept
     */
    void keep(List<Reading> readings);

    /** At most {@code points} points of {@code metric} in {@code [from, to)}, oldest first. */
    List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points);

    /** All readings of {@code equipment} with event time in {@code [from, to)}, oldest first. */
    List<Reading> replay(EquipmentId equipment, Instant from, Instant to);

    /** The newest value of every metric of all equipment. */
    List<Latest> latest();

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

        private final transient List<Reading> refused;

        public ReadingsRefused(String message, List<Reading> refused) {
            super(message);
            this.refused = List.copyOf(refused);
        }

        /** Those that were not kept. */
        public List<Reading> refused() {
            return refused;
        }
    }
}
