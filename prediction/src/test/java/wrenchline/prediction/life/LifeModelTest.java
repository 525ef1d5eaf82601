package wrenchline.prediction.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.prediction.boosting.Growth;

class LifeModelTest {

    private static final LifeSettings QUICK =
            new LifeSettings(125, 3, 3, new Growth(80, 0.1, 8, 10, 5, 0.5, 0.5, 64, 0), 1, 600, 1);
    private static final List<Trajectory> STRANGERS = Fleet.ofMachines(20, 2);
    private static final LifeTraining TRAINING = LifeTraining.on(Fleet.ofMachines(30, 1), QUICK);
    private static final LifeModel MODEL = TRAINING.model();

    @Test
    void machines_never_seen_are_predicted_better_the_nearer_their_end() {
        assertThat(rootMeanSquare(20)).isLessThan(10);
        assertThat(rootMeanSquare(80)).isLessThan(30);
    }

    @Test
    void bands_hold_most_truths_and_lie_round_the_prediction() {
        int held = 0;
        for (Trajectory machine : STRANGERS) {
            LifeForecast forecast = MODEL.forecast(machine.first(machine.cycles() - 40));
            assertThat(forecast.expected()).isBetween(forecast.lower(), forecast.upper());
            held += forecast.holds(40) ? 1 : 0;
        }
        assertThat(held).isBetween(12, 20);
    }

    @Test
    void a_machine_of_one_cycle_gets_a_forecast_within_the_cap() {
        LifeForecast forecast = MODEL.forecast(STRANGERS.getFirst().first(1));
        assertThat(forecast.expected()).isBetween(40.0, 125.0);
        assertThat(forecast.upper()).isLessThanOrEqualTo(125);
    }

    @Test
    void every_machine_held_out_gets_a_ticket_before_its_failure() {
        assertThat(TRAINING.heldOut()).hasSize(30).allSatisfy(machine -> {
            LifeAlarm alarm = new LifeAlarm(30);
            assertThat(Arrays.stream(machine.course()).filter(alarm::on).count())
                    .isBetween(1L, 2L);
        });
    }

    @Test
    void units_and_offsets_of_sensors_do_not_matter() {
        LifeTraining other = LifeTraining.on(
                Fleet.ofMachines(30, 1).stream()
                        .map(LifeModelTest::inOtherUnits)
                        .toList(),
                QUICK);
        Trajectory machine = STRANGERS.get(3).first(60);
        assertThat(other.model().forecast(inOtherUnits(machine)).expected())
                .isCloseTo(MODEL.forecast(machine).expected(), within(2.0));
    }

    @Test
    void a_model_says_the_same_after_it_was_written_and_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MODEL.write(new DataOutputStream(out));
        LifeModel read = LifeModel.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        for (Trajectory machine : STRANGERS) {
            assertThat(read.forecast(machine)).isEqualTo(MODEL.forecast(machine));
        }
    }

    @Test
    void a_model_of_an_older_form_is_refused() {
        DataInputStream five = new DataInputStream(new ByteArrayInputStream(new byte[] {0, 0, 0, 5}));
        assertThatThrownBy(() -> LifeModel.read(five)).hasMessageContaining("train it again");
    }

    @Test
    void other_sensors_and_too_few_machines_are_refused() {
        Trajectory other = new Trajectory(7, new double[][] {{0, 0, 0}}, new double[][] {{1, 2}});
        assertThatThrownBy(() -> MODEL.forecast(other)).hasMessageContaining("unit 7");
        assertThatThrownBy(() -> LifeTraining.on(Fleet.ofMachines(3, 1), QUICK)).hasMessageContaining("3 machines");
    }

    private static double rootMeanSquare(int left) {
        return Math.sqrt(STRANGERS.stream()
                .mapToDouble(machine ->
                        MODEL.forecast(machine.first(machine.cycles() - left)).expected() - left)
                .map(error -> error * error)
                .average()
                .orElseThrow());
    }

    private static Trajectory inOtherUnits(Trajectory machine) {
        double[][] sensors = Arrays.stream(machine.sensors())
                .map(row -> Arrays.stream(row).map(value -> value * 1.8 + 32).toArray())
                .toArray(double[][]::new);
        return new Trajectory(machine.unit(), machine.settings(), sensors);
    }
}
