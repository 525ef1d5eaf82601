package wrenchline.prediction.bearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearingTest {

    private static final int LIFE = 900;

    @Test
    void a_bearing_that_grows_loud_is_warned_of_once_and_before_its_end() {
        List<Integer> onsets = onsets(run(1, 1, 0));
        assertThat(onsets).hasSize(1);
        assertThat(onsets.getFirst()).isBetween(LIFE - 100, LIFE - 20);
    }

    @Test
    void the_unit_and_the_offset_of_features_do_not_matter() {
        assertThat(onsets(run(1, 9.81, -40))).isEqualTo(onsets(run(1, 1, 0)));
    }

    @Test
    void a_quiet_bearing_and_single_knocks_are_no_warning() {
        BearingRun run = run(1, 1, 0);
        VibrationWatch watch = new VibrationWatch(4);
        for (int row = 0; row < LIFE - 150; row++) {
            double[] features = run.features()[row].clone();
            features[row % 4] *= row % 50 == 49 ? 30 : 1;
            assertThat(watch.on(features).onset()).isFalse();
        }
    }

    @Test
    void a_missing_feature_keeps_its_past() {
        VibrationWatch watch = new VibrationWatch(2);
        for (int row = 0; row < 200; row++) {
            assertThat(watch.on(new double[] {Double.NaN, 1 + row % 7}).rise()).isFinite();
        }
    }

    @Test
    void a_standing_warning_shortens_what_is_left() {
        BearingModel model = BearingModel.train(List.of(run(1, 1, 0), run(2, 1, 0), run(3, 1, 0)));
        BearingForecast calm = model.forecast(8000, new VibrationWatch.State(1, false, false));
        BearingForecast warned = model.forecast(8000, new VibrationWatch.State(20, true, true));
        assertThat(warned.expected()).isLessThan(calm.expected());
        assertThat(warned.upper()).isLessThan(calm.upper());
    }

    @Test
    void a_model_says_the_same_after_it_was_written_and_read() throws IOException {
        BearingModel model = BearingModel.train(List.of(run(1, 1, 0), run(2, 1, 0)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        BearingModel read = BearingModel.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        VibrationWatch.State calm = new VibrationWatch.State(0, false, false);
        assertThat(read.forecast(500, calm)).isEqualTo(model.forecast(500, calm));
    }

    @Test
    void the_score_of_the_challenge_halves_at_five_percent_too_long_and_at_twenty_too_short() {
        assertThat(PhmScore.of(1000, 1000)).isEqualTo(1);
        assertThat(PhmScore.of(1050, 1000)).isCloseTo(0.5, within(1e-9));
        assertThat(PhmScore.of(800, 1000)).isCloseTo(0.5, within(1e-9));
        assertThat(PhmScore.of(0, 1000)).isCloseTo(1 / 32.0, within(1e-9));
    }

    @Test
    void columns_may_be_apart_by_tabs_and_a_file_of_one_column_is_told_so(@TempDir Path folder) throws IOException {
        Path tabs = Files.writeString(folder.resolve("tabs.csv"), "t_s\trms\n0\t0.5\n10\t0.6\n");
        Path single = Files.writeString(folder.resolve("single.csv"), "t_s\n0\n");

        assertThat(BearingFile.read(tabs).features()).isDeepEqualTo(new double[][] {{0.5}, {0.6}});
        assertThatThrownBy(() -> BearingFile.read(single)).hasMessageContaining("line 2: needs a time and features");
    }

    @Test
    void a_life_of_a_few_snapshots_teaches_nothing() {
        BearingRun few = new BearingRun(new double[] {0, 10}, new double[][] {{0.5}, {0.6}});

        assertThatThrownBy(() -> BearingModel.train(List.of(few))).hasMessageContaining("at least 60");
    }

    @Test
    void times_are_seconds_or_dates_and_a_broken_line_is_named(@TempDir Path folder) throws IOException {
        Path dates = Files.writeString(
                folder.resolve("dates.csv"), "timestamp,b1\n2004-02-12 10:32:39,0.5\n2004-02-12 10:42:39,\n");
        assertThat(BearingFile.read(dates).age(1)).isEqualTo(600);
        assertThat(BearingFile.read(dates).features()[1][0]).isNaN();
        Path broken = Files.writeString(folder.resolve("broken.csv"), "t_s,rms\n0,0.5\n10,high\n");
        assertThatThrownBy(() -> BearingFile.read(broken)).hasMessageContaining("line 3");
    }

    private static List<Integer> onsets(BearingRun run) {
        List<VibrationWatch.State> states = BearingModel.watch(run);
        return IntStream.range(0, LIFE)
                .filter(row -> states.get(row).onset())
                .boxed()
                .toList();
    }

    /** Four features that all rise over the last hundred snapshots. */
    private static BearingRun run(long seed, double scale, double offset) {
        Random random = new Random(seed);
        double[] seconds = new double[LIFE];
        double[][] features = new double[LIFE][4];
        for (int row = 0; row < LIFE; row++) {
            seconds[row] = 10 * row;
            double wear = Math.max(0, row - (LIFE - 100)) / 20.0;
            for (int f = 0; f < 4; f++) {
                features[row][f] = offset + scale * (1 + wear + 0.1 * random.nextGaussian());
            }
        }
        return new BearingRun(seconds, features);
    }
}
