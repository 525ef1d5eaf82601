package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wrenchline.core.equipment.DiagnosedUnit;

/**
 * What the cycles of one component show, one after the other: a level counts when enough cycles in a row show it and none is in doubt.
 * It is told when it is a bad one, again when a graver one follows, and once a day while it stands.
 */
final class ComponentWatch {

    private static final Duration REMINDER = Duration.ofDays(1);
    private static final double LIKELY = 0.5;

    private final DiagnosedUnit.Component component;
    private final int after;
    private int level;
    private int row;
    private double probability;
    private Instant since = Instant.MIN;
    private Instant newest = Instant.MIN;
    private Instant fitted = Instant.MIN;
    private int toldLevel;
    private Instant toldAt = Instant.MIN;

    ComponentWatch(DiagnosedUnit.Component component, int after) {
        this.component = component;
        this.after = after;
    }

    /** What is to be said after a cycle. */
    sealed interface Say {
        record Nothing() implements Say {}

        /** @param cycles in a row that show the level */
        record Degraded(DiagnosedUnit.Level level, Instant since, int cycles) implements Say {}

        record Well() implements Say {}
    }

    Say on(Diagnosis.Judged judged, Instant began, Instant at) {
        if (judged.probability() < LIKELY) {
            row = 0;
            return new Say.Nothing();
        }
        if (row == 0 || judged.level() != level) {
            row = 0;
            since = began;
            level = judged.level();
        }
        row++;
        probability = judged.probability();
        newest = at;
        return row < after ? new Say.Nothing() : settled(at);
    }

    private Say settled(Instant at) {
        Optional<DiagnosedUnit.Level> bad = component.level(level);
        if (bad.isEmpty()) {
            boolean wasTold = isTold();
            toldAt = Instant.MIN;
            return wasTold ? new Say.Well() : new Say.Nothing();
        }
        if (isTold() && !isGraver(bad.get()) && Duration.between(toldAt, at).compareTo(REMINDER) < 0) {
            return new Say.Nothing();
        }
        toldAt = at;
        toldLevel = level;
        return new Say.Degraded(bad.get(), since, row);
    }

    private boolean isTold() {
        return !toldAt.equals(Instant.MIN);
    }

    private boolean isGraver(DiagnosedUnit.Level now) {
        return component
                .level(toldLevel)
                .filter(told -> now.severity().compareTo(told.severity()) <= 0)
                .isEmpty();
    }

    /** Empty until enough cycles show the same. */
    Optional<Outlook.Condition> condition() {
        return row < after
                ? Optional.empty()
                : Optional.of(new Outlook.Condition(
                        component.id(), level, component.level(level).isEmpty(), probability, since, newest));
    }

    /** What was seen of the old one says nothing of the new one. */
    void fitted(Instant at) {
        if (at.isAfter(fitted)) {
            fitted = at;
            row = 0;
            toldAt = Instant.MIN;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(level);
        out.writeInt(row);
        out.writeDouble(probability);
        Times.write(out, since);
        Times.write(out, newest);
        Times.write(out, fitted);
        out.writeInt(toldLevel);
        Times.write(out, toldAt);
    }

    void read(DataInput in) throws IOException {
        level = in.readInt();
        row = in.readInt();
        probability = in.readDouble();
        since = Times.readOrMin(in);
        newest = Times.readOrMin(in);
        fitted = Times.readOrMin(in);
        toldLevel = in.readInt();
        toldAt = Times.readOrMin(in);
    }
}
