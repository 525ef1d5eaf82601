package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.WearPart;
import wrenchline.core.equipment.WearPart.Usage;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;

/** How much of one part's life is used. */
final class PartWear {

    private static final double NEARLY = 0.9;
    private static final double HOUR = Times.micros(Duration.ofHours(1));
    private static final double DAY = Times.micros(Duration.ofDays(1));

    /** Between two readings further apart nobody knows what the machine did. */
    private static final long LONGEST_STEP = Times.micros(Duration.ofMinutes(5));

    /** A pace is known after so long. */
    private static final Duration PACE = Duration.ofDays(1);

    private final WearPart part;
    private long newest = Times.NONE;
    private double value = Double.NaN;
    private double used;

    /** Since when, and from what, the present pace is reckoned. */
    private long began = Times.NONE;

    private double usedThen;
    private long fitted = Times.NONE;
    private double told;

    PartWear(WearPart part) {
        this.part = part;
    }

    String metric() {
        return part.usage().metric();
    }

    boolean isSeen() {
        return newest != Times.NONE;
    }

    void look(Reading reading, double next, List<Finding> findings) {
        long at = Times.of(reading);
        if (at <= newest) {
            return;
        }
        if (isSeen()) {
            used += use(next, at - newest);
        } else {
            began = at;
            usedThen = used;
        }
        newest = at;
        value = next;
        double level = used >= part.life() ? 1 : used >= NEARLY * part.life() ? NEARLY : 0;
        if (level > told) {
            told = level;
            findings.add(new Finding.Raised(
                    reading.equipment(),
                    part.failureMode(),
                    level < 1 ? Severity.MINOR : Severity.MAJOR,
                    metric(),
                    used,
                    part.life(),
                    reading.at(),
                    reading.at(),
                    new Grounds.Worn(part.id(), used, part.life(), spent())));
        }
    }

    private double use(double next, long step) {
        return switch (part.usage()) {
            case Usage.Hours hours -> value > hours.above() && step <= LONGEST_STEP ? step / HOUR : 0;
            case Usage.Cycles cycles -> value <= cycles.above() && next > cycles.above() ? 1 : 0;
            case Usage.Counter _ -> next >= value ? next - value : Math.max(0, next);
        };
    }

    Outlook.Wear now() {
        return new Outlook.Wear(part.id(), used, part.life(), spent());
    }

    private @Nullable Instant spent() {
        if (!isSeen() || !Times.passed(began, newest, PACE) || used <= usedThen) {
            return null;
        }
        double perDay = (used - usedThen) / ((newest - began) / DAY);
        double days = (part.life() - used) / perDay;
        // Centuries ahead nobody plans, and a date cannot hold.
        return days > 100_000 ? null : Times.instant(newest + (long) (days * DAY));
    }

    void fitted(Instant at, double usedBefore) {
        if (Micros.of(at) > fitted) {
            fitted = Micros.of(at);
            used = usedBefore;
            began = newest;
            usedThen = usedBefore;
            told = 0;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(newest);
        out.writeDouble(value);
        out.writeDouble(used);
        out.writeLong(began);
        out.writeDouble(usedThen);
        out.writeLong(fitted);
        out.writeDouble(told);
    }

    void read(DataInput in) throws IOException {
        newest = in.readLong();
        value = in.readDouble();
        used = in.readDouble();
        began = in.readLong();
        usedThen = in.readDouble();
        fitted = in.readLong();
        told = in.readDouble();
    }
}
