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
        Wear wear = Wear.of(machines, condition.regimes());
        List<Conditioned> counting = machines.stream()
                .map(machine -> History.of(machine, wear).getLast().machine())
                .toList();
        return new Preparation(condition, HealthLine.of(counting, cap), wear);
    }

    List<History> histories(Trajectory trajectory) {
        return History.of(condition.of(trajectory), wear);
    }

    Features features(History history) {
        return new Features(history.machine(), line, wear);
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
