package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Open open;

    Frames(List<String> metrics, Duration every) {
        this.metrics = List.copyOf(metrics);
        this.every = Math.max(1, every.toNanos() / 1000);
        this.missed = new int[metrics.size()];
        Arrays.fill(missed, PATIENCE);
    }

    /** @param values in the order of the metrics; NaN where one is missing */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Frame(Instant at, double[] values) {}

    private record Open(long span, Frame frame) {}

    /** The frames that {@code reading} finishes, oldest first. What is late or came before is left out. */
    List<Frame> on(Reading reading) {
        long span = Math.floorDiv(ChronoUnit.MICROS.between(Instant.EPOCH, reading.at()), every);
        if (span <= newest || (open != null && span < open.span())) {
            return List.of();
        }
        List<Frame> finished = new ArrayList<>(1);
        if (open != null && span > open.span()) {
            finished.add(finish(open));
        }
        Open filled = open == null ? begin(span, reading.at()) : open;
        if (fill(filled.frame(), reading)) {
            open = filled;
            if (isComplete(filled.frame())) {
                finished.add(finish(filled));
            }
        }
        return finished;
    }

    private Open begin(long span, Instant at) {
        double[] values = new double[metrics.size()];
        Arrays.fill(values, Double.NaN);
        return new Open(span, new Frame(at, values));
    }

    private boolean fill(Frame frame, Reading reading) {
        boolean any = false;
        for (int index = 0; index < metrics.size(); index++) {
            Double value = reading.values().get(metrics.get(index));
            if (value != null) {
                frame.values()[index] = value;
                any = true;
            }
        }
        return any;
    }

    private boolean isComplete(Frame frame) {
        boolean known = false;
        for (int index = 0; index < missed.length; index++) {
            boolean missing = Double.isNaN(frame.values()[index]);
            if (missing && missed[index] < PATIENCE) {
                return false;
            }
            known |= missed[index] < PATIENCE;
        }
        return known;
    }

    private Frame finish(Open full) {
        newest = full.span();
        open = null;
        for (int index = 0; index < missed.length; index++) {
            boolean missing = Double.isNaN(full.frame().values()[index]);
            missed[index] = missing ? Math.min(PATIENCE, missed[index] + 1) : 0;
        }
        return full.frame();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(newest);
        for (int count : missed) {
            out.writeInt(count);
        }
        out.writeBoolean(open != null);
        if (open != null) {
            out.writeLong(open.span());
            Times.write(out, open.frame().at());
            for (double value : open.frame().values()) {
                out.writeDouble(value);
            }
        }
    }

    void read(DataInput in) throws IOException {
        newest = in.readLong();
        for (int index = 0; index < missed.length; index++) {
            missed[index] = in.readInt();
        }
        if (in.readBoolean()) {
            Open kept = begin(in.readLong(), Times.readOrMin(in));
            for (int index = 0; index < missed.length; index++) {
                kept.frame().values()[index] = in.readDouble();
            }
            open = kept;
        }
    }
}
