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
}
