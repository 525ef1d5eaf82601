package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.WearPart;
import wrenchline.core.equipment.WearPart.Usage;

/** How much of one part's life is used. */
final class PartWear {

    private static final double NEARLY = 0.9;
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final double DAY = Duration.ofDays(1).toMillis();

    /** Between two readings further apart nobody knows what the machine did. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);

    /** A pace is known after so long. */
    private static final Duration PACE = Duration.ofDays(1);

    private final WearPart part;
    private Instant newest = Instant.MIN;
    private double value = Double.NaN;
    private double used;

    /** Since when, and from what, the present pace is reckoned. */
    private Instant began = Instant.MIN;

    private double usedThen;
    private Instant fitted = Instant.MIN;
    private double told;

    PartWear(WearPart part) {
        this.part = part;
    }

    String metric() {
        return part.usage().metric();
    }

    boolean isSeen() {
        return !newest.equals(Instant.MIN);
    }

    void look(EquipmentId equipment, double next, Instant at, List<Finding> findings) {
        if (!at.isAfter(newest)) {
            return;
        }
        if (isSeen()) {
            used += use(next, Duration.between(newest, at));
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
                    equipment,
                    part.failureMode(),
                    level < 1 ? Severity.MINOR : Severity.MAJOR,
                    metric(),
                    used,
                    part.life(),
                    at,
                    at,
                    new Grounds.Worn(part.id(), used, part.life(), spent())));
        }
    }

    private double use(double next, Duration step) {
        return switch (part.usage()) {
            case Usage.Hours hours ->
                value > hours.above() && step.compareTo(LONGEST_STEP) <= 0 ? step.toMillis() / HOUR : 0;
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
        double perDay = (used - usedThen) / (Duration.between(began, newest).toMillis() / DAY);
        double days = (part.life() - used) / perDay;
        // Centuries ahead nobody plans, and a date cannot hold.
        return days > 100_000 ? null : newest.plusMillis((long) (days * DAY));
    }

    void fitted(Instant at, double usedBefore) {
        if (at.isAfter(fitted)) {
            fitted = at;
            used = usedBefore;
            began = newest;
            usedThen = usedBefore;
            told = 0;
        }
    }

    void write(DataOutput out) throws IOException {
        Times.write(out, newest);
        out.writeDouble(value);
        out.writeDouble(used);
        Times.write(out, began);
        out.writeDouble(usedThen);
        Times.write(out, fitted);
        out.writeDouble(told);
    }

    void read(DataInput in) throws IOException {
        newest = Times.readOrMin(in);
        value = in.readDouble();
        used = in.readDouble();
        began = Times.readOrMin(in);
        usedThen = in.readDouble();
        fitted = Times.readOrMin(in);
        told = in.readDouble();
    }
}
