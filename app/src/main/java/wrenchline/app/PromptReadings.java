package wrenchline.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.ingest.Ingest;

/** The history for those who look at it: what is acknowledged and on its way is waited for a moment, so that it is seen. */
final class PromptReadings implements Readings {

    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Readings history;
    private volatile @Nullable Ingest ingest;

    PromptReadings(Readings history) {
        this.history = history;
    }

    /** From now on {@code ingest} fills the history. */
    void filledBy(Ingest source) {
        ingest = source;
    }

    private Readings upToDate() {
        Ingest source = ingest;
        if (source != null) {
            source.awaitStored(MOMENT);
        }
        return history;
    }

    @Override
    public void keep(List<Taken> readings) {
        history.keep(readings);
    }

    @Override
    public Map<Reading, Long> find(Collection<Reading> readings) {
        return upToDate().find(readings);
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        return upToDate().history(equipment, metric, from, to, points);
    }

    @Override
    public List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        return upToDate().replay(equipment, from, to);
    }

    @Override
    public List<DayCount> counts(Instant from, Instant to) {
        return upToDate().counts(from, to);
    }

    @Override
    public List<Latest> latest() {
        return upToDate().latest();
    }

    @Override
    public void seal(Horizon horizon) {
        history.seal(horizon);
    }

    @Override
    public void purge() {
        history.purge();
    }

    @Override
    public boolean answers() {
        return history.answers();
    }
}
