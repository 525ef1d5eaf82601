package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wrenchline.core.reading.Reading;

/**
 * Puts together what belongs to the same moment: a controller may send its metrics in one message or in many. At most one frame
 * leaves for each span of {@code every}: at once when all metrics that usually come are there, else when a later one begins.
 */
final class Frames {

    /** So many frames in a row without it, and nobody waits for a metric any more. */
    private static final int PATIENCE = 100;

    private final List<String> metrics;
    private final long every;
    private final int[] missed;
    private long newest = Long.MIN_VALUE;

    /** The frame that is not finished: its span, when it began, and what it holds. */
    private boolean isOpen;

    private long span;
    private long at;
    private final double[] values;

    Frames(List<String> metrics, Duration every) {
        this.metrics = List.copyOf(metrics);
        this.every = Math.max(1, Times.micros(every));
        this.missed = new int[metrics.size()];
        this.values = new double[metrics.size()];
        Arrays.fill(missed, PATIENCE);
    }

    /**
     * @param at microseconds
     * @param values in the order of the metrics; NaN where one is missing
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Frame(long at, double[] values) {}

    /** The frames that {@code reading} finishes, oldest first. What is late or came before is left out. */
    List<Frame> on(Reading reading) {
        long now = Math.floorDiv(Times.of(reading), every);
        if (now <= newest || (isOpen && now < span)) {
            return List.of();
        }
        List<Frame> finished = new ArrayList<>(1);
        if (isOpen && now > span) {
            finished.add(finish());
        }
        if (!isOpen) {
            span = now;
            at = Times.of(reading);
            Arrays.fill(values, Double.NaN);
        }
        if (fill(reading)) {
            isOpen = true;
            if (isComplete()) {
                finished.add(finish());
            }
        }
        return finished;
    }

    private boolean fill(Reading reading) {
        boolean any = false;
        for (int index = 0; index < values.length; index++) {
            Double value = reading.values().get(metrics.get(index));
            if (value != null) {
                values[index] = value;
                any = true;
            }
        }
        return any;
    }

    private boolean isComplete() {
        boolean known = false;
        for (int index = 0; index < missed.length; index++) {
            if (Double.isNaN(values[index]) && missed[index] < PATIENCE) {
                return false;
            }
            known |= missed[index] < PATIENCE;
        }
        return known;
    }

    private Frame finish() {
        newest = span;
        isOpen = false;
        for (int index = 0; index < missed.length; index++) {
            missed[index] = Double.isNaN(values[index]) ? Math.min(PATIENCE, missed[index] + 1) : 0;
        }
        return new Frame(at, values.clone());
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(newest);
        for (int count : missed) {
            out.writeInt(count);
        }
        out.writeBoolean(isOpen);
        if (isOpen) {
            out.writeLong(span);
            out.writeLong(at);
            for (double value : values) {
                out.writeDouble(value);
            }
        }
    }

    void read(DataInput in) throws IOException {
        newest = in.readLong();
        for (int index = 0; index < missed.length; index++) {
            missed[index] = in.readInt();
        }
        isOpen = in.readBoolean();
        if (isOpen) {
            span = in.readLong();
            at = in.readLong();
            for (int index = 0; index < values.length; index++) {
                values[index] = in.readDouble();
            }
        }
    }
}
