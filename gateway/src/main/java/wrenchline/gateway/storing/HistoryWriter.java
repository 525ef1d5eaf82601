package wrenchline.gateway.storing;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.intake.Retry;

/**
 * Brings readings into the history, all in one write. It refuses readings by saying which; everything else that goes wrong is an outage, and
 * is waited for. Only what fails again and again although the history answers, and says that it is no outage, is a bug that some reading
 * brings out: then that one is looked for, so that it does not stop all others.
 */
record HistoryWriter(Readings history, Retry retry, StoringState.Counting counting) {

    /** With the pauses between, some twenty seconds. */
    private static final int TRIES = 8;

    /** Enough to look for the one of which all have been tried already. */
    private static final int TRIES_OF_A_HALF = 2;

    /** Returns when {@code readings} are in the history; tells {@code refused} which never will be, and why. */
    void keep(List<Taken> readings, BiConsumer<Taken, String> refused) {
        keep(readings, refused, TRIES);
    }

    private void keep(List<Taken> readings, BiConsumer<Taken, String> refused, int tries) {
        if (readings.isEmpty()) {
            return;
        }
        retry.unlessHopeless(
                        "writing " + readings.size() + " readings to the history",
                        () -> write(readings, refused),
                        tries,
                        failure -> !(failure instanceof Readings.HistoryUnavailable) && history.answers())
                .ifPresent(bug -> narrow(readings, refused, bug));
    }

    private void narrow(List<Taken> readings, BiConsumer<Taken, String> refused, String bug) {
        if (readings.size() == 1) {
            refused.accept(readings.getFirst(), bug);
            return;
        }
        int half = readings.size() / 2;
        keep(readings.subList(0, half), refused, TRIES_OF_A_HALF);
        keep(readings.subList(half, readings.size()), refused, TRIES_OF_A_HALF);
    }

    private void write(List<Taken> readings, BiConsumer<Taken, String> refused) {
        long began = System.nanoTime();
        int kept = readings.size();
        try {
            history.keep(readings);
        } catch (Readings.ReadingsRefused some) {
            String reason = Objects.requireNonNullElse(some.getMessage(), "");
            some.refused().forEach(one -> refused.accept(one, reason));
            kept -= some.refused().size();
        }
        counting.committed(kept, System.nanoTime() - began);
    }
}
