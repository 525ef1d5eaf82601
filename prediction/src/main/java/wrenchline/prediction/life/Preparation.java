package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** What turns a trajectory into features: learned from machines that ran to their failure. */
record Preparation(Condition condition, HealthLine line, Wear wear) {

    static Preparation of(List<Trajectory> known, double cap) {
        Condition condition = Condition.of(known);
        List<Conditioned> machines = known.stream().map(condition::of).toList();
        return new Preparation(condition, HealthLine.of(machines, cap), Wear.of(machines, condition.regimes()));
    }

    Features features(Trajectory trajectory) {
        return new Features(condition.of(trajectory), line, wear);
    }

    void write(DataOutput out) throws IOException {
        condition.write(out);
        line.write(out);
        wear.write(out);
    }

    static Preparation read(DataInput in) throws IOException {
        return new Preparation(Condition.read(in), HealthLine.read(in), Wear.read(in));
    }
}
