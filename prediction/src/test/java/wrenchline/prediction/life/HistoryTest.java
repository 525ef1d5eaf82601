package wrenchline.prediction.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Preparation PREPARATION = Preparation.of(Fleet.ofMachines(30, 1), 125);
    private static final Trajectory WORN = Fleet.ofMachines(8, 3).getFirst();
    private static final Trajectory OTHER = Fleet.ofMachines(8, 3).getLast();

    @Test
    void a_machine_that_just_wears_has_one_history() {
        assertThat(Fleet.ofMachines(30, 4))
                .allSatisfy(machine -> assertThat(PREPARATION.histories(machine))
                        .singleElement()
                        .satisfies(only -> assertThat(only.machine().cycles()).isEqualTo(machine.cycles())));
    }

    @Test
    void a_machine_overhauled_at_its_end_begins_anew() {
        List<History> histories = PREPARATION.histories(then(WORN, OTHER));
        assertThat(histories).hasSize(2);
        assertThat(histories.getLast().known()).isBetween(WORN.cycles() + 5, WORN.cycles() + 12);
        assertThat(histories.getLast().machine().cycles()).isEqualTo(OTHER.cycles());
    }

    @Test
    void a_machine_half_repaired_is_again_as_it_was_when_it_was_as_worn() {
        List<History> histories = PREPARATION.histories(then(WORN, last(OTHER, 40)));
        assertThat(histories).hasSize(2);
        int kept = histories.getLast().machine().cycles() - 40;
        assertThat(kept).isCloseTo(WORN.cycles() - 40, within(15));
    }

    @Test
    void what_is_said_of_a_cycle_needs_no_later_one() {
        Trajectory repaired = then(WORN, OTHER);
        List<History> all = PREPARATION.histories(repaired);
        int known = all.getLast().known();
        assertThat(PREPARATION.histories(repaired.first(known - 1))).hasSize(1);
        assertThat(PREPARATION.histories(repaired.first(known))).hasSize(2);
    }

    @Test
    void one_odd_reading_is_no_repair() {
        double[][] sensors = Stream.of(WORN.sensors()).map(double[]::clone).toArray(double[][]::new);
        sensors[WORN.cycles() - 20][0] -= 500;
        assertThat(PREPARATION.histories(new Trajectory(1, WORN.settings(), sensors)))
                .hasSize(1);
    }

    private static Trajectory last(Trajectory machine, int cycles) {
        int from = machine.cycles() - cycles;
        return new Trajectory(
                machine.unit(),
                Arrays.copyOfRange(machine.settings(), from, machine.cycles()),
                Arrays.copyOfRange(machine.sensors(), from, machine.cycles()));
    }

    private static Trajectory then(Trajectory first, Trajectory second) {
        return new Trajectory(
                first.unit(),
                Stream.of(first.settings(), second.settings())
                        .flatMap(Arrays::stream)
                        .toArray(double[][]::new),
                Stream.of(first.sensors(), second.sensors())
                        .flatMap(Arrays::stream)
                        .toArray(double[][]::new));
    }
}
