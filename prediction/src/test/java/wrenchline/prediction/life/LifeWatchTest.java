package wrenchline.prediction.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.prediction.boosting.Growth;

class LifeWatchTest {

    private static final LifeSettings QUICK =
            new LifeSettings(125, 3, 3, new Growth(40, 0.1, 8, 10, 5, 0.5, 0.5, 64, 0), 1, 200, 1);
    private static final LifeModel MODEL =
            LifeTraining.on(Fleet.ofMachines(12, 1), QUICK).model();
    private static final Trajectory MACHINE = Fleet.ofMachines(3, 2).getLast();

    @Test
    void each_cycle_is_judged_as_the_command_judges_a_file_that_ends_there() {
        LifeWatch watch = new LifeWatch(MODEL, 30);
        for (int cycles = 1; cycles <= MACHINE.cycles(); cycles++) {
            assertThat(take(watch, cycles).forecast()).isEqualTo(MODEL.forecast(MACHINE.first(cycles)));
        }
    }

    @Test
    void one_that_goes_on_after_it_was_written_says_what_one_that_never_stopped_says() throws IOException {
        LifeWatch whole = new LifeWatch(MODEL, 30);
        LifeWatch before = new LifeWatch(MODEL, 30);
        LifeWatch after = new LifeWatch(MODEL, 30);
        List<LifeWatch.Assessment> expected = new ArrayList<>();
        List<LifeWatch.Assessment> found = new ArrayList<>();
        for (int cycles = 1; cycles <= MACHINE.cycles(); cycles++) {
            expected.add(take(whole, cycles));
            if (cycles == 60) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                before.write(new DataOutputStream(out));
                after.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
            }
            found.add(take(cycles < 60 ? before : after, cycles));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(expected.stream().filter(LifeWatch.Assessment::alarming)).hasSize(1);
    }

    private static LifeWatch.Assessment take(LifeWatch watch, int cycle) {
        return watch.on(MACHINE.settings()[cycle - 1], MACHINE.sensors()[cycle - 1]);
    }
}
