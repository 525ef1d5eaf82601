package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Reading;

/**
 * Raises when a part nears the end of its life, as machines did that ran to their failure. A cycle is closed by the first reading of a
 * later one; a metric that was not heard in a cycle is taken as it was before, and nothing is said until each was heard once.
 */
final class AgeingDetector implements Detector {

    private final AgeingPart part;
    private final List<String> metrics;
    private final Ageing.Maker maker;
    private final double[] sums;
    private final int[] counts;
    private final double[] newest;
    private Ageing ageing;
    private long cycle = Long.MIN_VALUE;
    private Instant fitted = Instant.MIN;
    private @Nullable RemainingLife remaining;

    AgeingDetector(AgeingPart part, Ageing.Maker maker) {
        this.part = part;
        this.maker = maker;
        this.ageing = maker.of(part);
        this.metrics =
                Stream.concat(part.settings().stream(), part.sensors().stream()).toList();
        this.sums = new double[metrics.size()];
        this.counts = new int[metrics.size()];
        this.newest = new double[metrics.size()];
        Arrays.fill(newest, Double.NaN);
    }

    @Override
    public List<Finding> on(Reading reading) {
        long now = Math.floorDiv(reading.at().toEpochMilli(), part.cycle().toMillis());
        if (now < cycle || metrics.stream().noneMatch(reading.values()::containsKey)) {
            return List.of();
        }
        List<Finding> findings = now > cycle && cycle != Long.MIN_VALUE ? close(reading.equipment()) : List.of();
        cycle = now;
        for (int index = 0; index < sums.length; index++) {
            Double value = reading.values().get(metrics.get(index));
            if (value != null) {
                sums[index] += value;
                counts[index]++;
            }
        }
        return findings;
    }

    private List<Finding> close(EquipmentId equipment) {
        for (int index = 0; index < sums.length; index++) {
            newest[index] = counts[index] == 0 ? newest[index] : sums[index] / counts[index];
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        if (Arrays.stream(newest).anyMatch(Double::isNaN)) {
            return List.of();
        }
        int settings = part.settings().size();
        Ageing.Left left =
                ageing.on(Arrays.copyOf(newest, settings), Arrays.copyOfRange(newest, settings, newest.length));
        Instant at = Instant.ofEpochMilli((cycle + 1) * part.cycle().toMillis());
        RemainingLife life = new RemainingLife(
                part.id(),
                left.expected(),
                part.alarm(),
                at.plus(cycles(left.expected())),
                at.plus(cycles(left.lower())),
                at.plus(cycles(left.upper())));
        remaining = life;
        return left.alarming() ? List.of(raised(equipment, life, at)) : List.of();
    }

    private Duration cycles(double count) {
        return Duration.ofMillis((long) (count * part.cycle().toMillis()));
    }

    private Finding raised(EquipmentId equipment, RemainingLife life, Instant at) {
        return new Finding.Raised(
                equipment,
                part.failureMode(),
                Severity.MAJOR,
                "",
                life.cycles(),
                part.alarm(),
                at,
                at,
                new Grounds.Ending(life));
    }

    @Override
    public Outlook outlook() {
        RemainingLife life = remaining;
        return life == null
                ? Outlook.NONE
                : new Outlook(List.of(), false, List.of(), List.of(), List.of(), List.of(life), List.of());
    }

    /** The new part begins its life with the cycle after the one that runs. */
    @Override
    public void fitted(Fitting fitting) {
        if (fitting.part().equals(part.id()) && fitting.at().isAfter(fitted)) {
            fitted = fitting.at();
            ageing = maker.of(part);
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            Arrays.fill(newest, Double.NaN);
            remaining = null;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(cycle);
        Times.write(out, fitted);
        for (int index = 0; index < sums.length; index++) {
            out.writeDouble(sums[index]);
            out.writeInt(counts[index]);
            out.writeDouble(newest[index]);
        }
        RemainingLife life = remaining;
        out.writeBoolean(life != null);
        if (life != null) {
            out.writeDouble(life.cycles());
            Times.write(out, life.likely());
            Times.write(out, life.earliest());
            Times.write(out, life.latest());
        }
        ageing.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        cycle = in.readLong();
        fitted = Times.readOrMin(in);
        for (int index = 0; index < sums.length; index++) {
            sums[index] = in.readDouble();
            counts[index] = in.readInt();
            newest[index] = in.readDouble();
        }
        remaining = in.readBoolean()
                ? new RemainingLife(
                        part.id(),
                        in.readDouble(),
                        part.alarm(),
                        Times.readOrMin(in),
                        Times.readOrMin(in),
                        Times.readOrMin(in))
                : null;
        ageing.read(in);
    }
}
