package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Limit;

/** The straight line through the first value and the newest, give or take a tenth. */
final class Straight implements Trend {

    private final Limit limit;
    private @Nullable Instant began;
    private double first;
    private Instant newest = Instant.MIN;
    private double last;

    Straight(Limit limit) {
        this.limit = limit;
    }

    @Override
    public void on(Instant at, double value) {
        if (began == null) {
            began = at;
            first = value;
        }
        newest = at;
        last = value;
    }

    @Override
    public Optional<Reaching> forecast() {
        if (began == null || last <= first) {
            return Optional.empty();
        }
        double perSecond = (last - first) / Duration.between(began, newest).toSeconds();
        long seconds = (long) ((limit.raise() - last) / perSecond);
        return Optional.of(new Reaching(
                Duration.ofSeconds(seconds * 9 / 10),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds * 11 / 10)));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Times.write(out, began);
        out.writeDouble(first);
        Times.write(out, newest);
        out.writeDouble(last);
    }

    @Override
    public void read(DataInput in) throws IOException {
        began = Times.read(in);
        first = in.readDouble();
        newest = Times.readOrMin(in);
        last = in.readDouble();
    }
}
