package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Watches several channels together: the movement of each in its regime, and how they go together. */
final class GroupWatch implements Watch {

    private final Regimes regimes;
    private final List<Movement> movements;
    private final Relation relation;
    /** The more channels, the more chances of an accident: decades. As channels go together, as many as the root of their number. */
    private final double chances;

    GroupWatch(int channels) {
        this(
                new Regimes(channels),
                IntStream.range(0, channels).mapToObj(_ -> new Movement()).toList(),
                new Relation(channels));
    }

    private GroupWatch(Regimes regimes, List<Movement> movements, Relation relation) {
        this.regimes = regimes;
        this.movements = movements;
        this.relation = relation;
        this.chances = 0.5 * Math.log10(Math.max(1, movements.size()));
    }

    @Override
    public Surprise on(long at, double[] values) {
        double[] normal = regimes.normalise(values);
        double[] shares = new double[values.length];
        double[] standardised = new double[values.length];
        double furthest = 0;
        for (int i = 0; i < values.length; i++) {
            shares[i] = movements.get(i).on(normal[i]);
            standardised[i] = movements.get(i).standardised();
            furthest = Math.max(furthest, shares[i]);
        }
        furthest = Math.max(0, furthest - chances);
        double together = relation.on(standardised);
        if (together > furthest) {
            for (int i = 0; i < values.length; i++) {
                shares[i] = relation.blame(i);
            }
            return new Surprise(together, Symptom.RELATION, shares);
        }
        return new Surprise(furthest, Symptom.SHIFT, shares);
    }

    @Override
    public boolean repeats() {
        return false;
    }

    @Override
    public double leeway() {
        return 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        regimes.write(out);
        for (Movement movement : movements) {
            movement.write(out);
        }
        relation.write(out);
    }

    static GroupWatch read(DataInput in, int channels) throws IOException {
        Regimes regimes = Regimes.read(in, channels);
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            movements.add(Movement.read(in));
        }
        return new GroupWatch(regimes, movements, Relation.read(in, channels));
    }
}
