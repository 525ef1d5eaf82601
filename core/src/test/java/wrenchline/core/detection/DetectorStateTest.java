package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wrenchline.core.reading.Reading;

class DetectorStateTest {

    private final FarFrom learned = new FarFrom();
    private final Detector first =
            new MachineDetector(Lift.MODEL, _ -> learned, Straight::new, Fading::new, ByMean::of);

    @Test
    void one_that_goes_on_says_what_one_that_was_never_interrupted_says() throws IOException {
        List<Reading> readings = readings();
        for (int cut = 0; cut <= readings.size(); cut += 37) {
            Detector whole =
                    new MachineDetector(Lift.MODEL, _ -> new FarFrom(), Straight::new, Fading::new, ByMean::of);
            Detector before =
                    new MachineDetector(Lift.MODEL, _ -> new FarFrom(), Straight::new, Fading::new, ByMean::of);
            List<Finding> expected = new ArrayList<>();
            List<Finding> found = new ArrayList<>();
            readings.forEach(reading -> expected.addAll(whole.on(reading)));
            readings.subList(0, cut).forEach(reading -> found.addAll(before.on(reading)));
            Detector after =
                    new MachineDetector(Lift.MODEL, _ -> new FarFrom(), Straight::new, Fading::new, ByMean::of);
            state(before).giveTo(after);
            readings.subList(cut, readings.size()).forEach(reading -> found.addAll(after.on(reading)));

            assertThat(found).as("cut at %d", cut).isEqualTo(expected).isNotEmpty();
            assertThat(after.outlook()).isEqualTo(whole.outlook());
        }
    }

    @Test
    void a_damaged_one_is_refused_and_leaves_the_detector_as_it_was() {
        readings().forEach(first::on);
        byte[] bytes = state(first).bytes();
        for (int place : new int[] {0, 5, 20, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 0x10;
            Detector fresh =
                    new MachineDetector(Lift.MODEL, _ -> new FarFrom(), Straight::new, Fading::new, ByMean::of);
            DetectorState state = new DetectorState(Lift.ID, 1, Lift.START, damaged);
            assertThatThrownBy(() -> state.giveTo(fresh)).isInstanceOf(IOException.class);
            assertThat(fresh.outlook())
                    .isEqualTo(
                            new MachineDetector(Lift.MODEL, _ -> new FarFrom(), Straight::new, Fading::new, ByMean::of)
                                    .outlook());
        }
    }

    @Test
    void what_was_learned_by_another_version_begins_afresh_and_hours_of_use_go_on() {
        readings().forEach(first::on);
        Detector after =
                new MachineDetector(Lift.MODEL, _ -> new FromTheFuture(), Straight::new, Fading::new, ByMean::of);
        assertThatThrownBy(() -> state(first).giveTo(after)).hasStackTraceContaining("version 99");
        assertThat(after.outlook().wear()).isEqualTo(first.outlook().wear());
        assertThat(after.outlook().learning()).isTrue();
    }

    private static DetectorState state(Detector detector) {
        return DetectorState.of(Lift.ID, 1, Lift.START, detector);
    }

    /** Two hours of a lift that works, then is far from normal, too hot, and stuck. */
    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (int minute = 0; minute < 240; minute++) {
            double pressure = minute < 120 ? 100 + minute % 7 : minute < 130 ? 190 : 101;
            double heat = minute >= 140 && minute < 150 ? 75 : 40;
            readings.add(Lift.at(60L * minute, Map.of("oil_temp", heat, "pressure", pressure)));
        }
        return readings;
    }

    private static final class FromTheFuture implements Normality {

        private final FarFrom inner = new FarFrom();

        @Override
        public Assessment on(Instant at, double[] values) {
            return inner.on(at, values);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            inner.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            throw new IOException("a snapshot of version 99");
        }
    }
}
