package wrenchline.prediction.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MachineWatchTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Random random = new Random(7);
    private final MachineWatch watch = new MachineWatch(List.of("pressure", "current"), WatchSettings.standard());
    private int second;

    @Test
    void steady_machine_gets_no_ticket() {
        assertThat(run(watch, 5000, 0)).noneMatch(Assessment::onset);
    }

    @Test
    void jump_of_one_channel_is_one_ticket_that_names_it() {
        run(watch, 1000, 0);

        List<Assessment> after = run(watch, 300, 20);

        List<Assessment> tickets = after.stream().filter(Assessment::onset).toList();
        assertThat(tickets).hasSize(1);
        assertThat(tickets.getFirst().topChannel()).isEqualTo(1);
        assertThat(tickets.getFirst().score()).isBetween(0.5, 1.0);
    }

    @Test
    void restored_watch_goes_on_as_if_it_had_not_stopped() throws IOException {
        run(watch, 700, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        watch.write(new DataOutputStream(bytes));

        MachineWatch restored = MachineWatch.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), WatchSettings.standard());

        int before = second;
        random = new Random(9);
        List<Long> expected = run(watch, 100, 30).stream()
                .map(assessment -> Math.round(1e6 * assessment.score()))
                .toList();
        second = before;
        random = new Random(9);
        assertThat(run(restored, 100, 30).stream()
                        .map(assessment -> Math.round(1e6 * assessment.score()))
                        .toList())
                .isEqualTo(expected)
                .anyMatch(score -> score >= 500_000);
    }

    @Test
    void what_a_machine_does_each_day_is_soon_told_no_more() {
        MachineWatch pump = new MachineWatch(List.of("pressure"), WatchSettings.standard());
        List<Integer> toldOn = new ArrayList<>();
        for (int minute = 0; minute < 40 * 1440; minute++) {
            boolean odd = minute % 1440 > 1380;
            double value = 100 + random.nextGaussian() + (odd ? 3 : 0);
            if (pump.on(START.plusSeconds(60L * minute), new double[] {value}).onset()) {
                toldOn.add(minute / 1440);
            }
        }
        assertThat(toldOn).hasSizeBetween(1, 10);
    }

    @Test
    void a_snapshot_of_the_version_before_is_read() throws IOException {
        run(watch, 700, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        watch.write(new DataOutputStream(bytes));
        byte[] before = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 2 * (Double.BYTES + Long.BYTES));
        before[3] = 2;

        MachineWatch read =
                MachineWatch.read(new DataInputStream(new ByteArrayInputStream(before)), WatchSettings.standard());

        assertThat(read.readings()).isEqualTo(700);
        assertThat(run(read, 300, 20)).filteredOn(Assessment::onset).hasSize(1);
    }

    @Test
    void late_and_repeated_readings_change_nothing() {
        run(watch, 500, 0);

        Assessment late = watch.on(START, new double[] {1e9, 1e9});
        Assessment repeated = watch.on(START.plusSeconds(second - 1), new double[] {1e9, 1e9});

        assertThat(late.score()).isZero();
        assertThat(repeated.onset()).isFalse();
        assertThat(watch.readings()).isEqualTo(500);
    }

    @Test
    void wrong_number_of_values_is_refused() {
        assertThatThrownBy(() -> watch.on(START, new double[3])).hasMessage("3 values for 2 channels");
    }

    private List<Assessment> run(MachineWatch machine, int readings, double jump) {
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < readings; i++, second++) {
            double[] values = {100 + random.nextGaussian(), 20 + random.nextGaussian() + jump};
            assessments.add(machine.on(START.plusSeconds(second), values));
        }
        return assessments;
    }
}
