package wrenchline.gateway.storing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.intake.Retry;

/** Brings readings into the history: all in one write, and when it refuses some, finds out which. */
record HistoryWriter(Readings history, Retry retry, StoringState.Counting counting) {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    /** Returns when {@code readings} are in the history; tells {@code refused} which never will be, and why. */
    void keep(List<Taken> readings, BiConsumer<Taken, String> refused) {
        if (readings.isEmpty()) {
            return;
        }
        String refusal = retry.until(
                "writing " + readings.size() + " readings to the history", () -> tryToKeep(readings, refused));
        if (refusal.isEmpty()) {
            return;
        }
        if (readings.size() == 1) {
            refused.accept(readings.getFirst(), refusal);
            return;
        }
        int half = readings.size() / 2;
        keep(readings.subList(0, half), refused);
        keep(readings.subList(half, readings.size()), refused);
    }

    /** Empty when it is clear what became of each, otherwise why some are refused. */
    private String tryToKeep(List<Taken> readings, BiConsumer<Taken, String> refused) {
        long began = System.nanoTime();
        int kept = readings.size();
        try {
            history.keep(readings);
        } catch (Readings.HistoryUnavailable outage) {
            throw outage;
        } catch (Readings.ReadingsRefused some) {
            some.refused()
                    .forEach(one -> refused.accept(
                            one, Optional.ofNullable(some.getMessage()).orElse("")));
            kept -= some.refused().size();
        } catch (RuntimeException refusal) {
            LOG.error("writing {} readings to the history: refused", readings.size(), refusal);
            return refusal.toString();
        }
        counting.committed(kept, System.nanoTime() - began);
        return "";
    }
}
