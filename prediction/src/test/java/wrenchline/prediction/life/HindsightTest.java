package wrenchline.prediction.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HindsightTest {

    private static final Hindsight HINDSIGHT = Hindsight.of(courses(40, 1), 125);

    @Test
    void an_estimator_that_lags_is_put_right_on_machines_never_seen() {
        List<double[]> strangers = courses(20, 2);
        assertThat(error(strangers.stream().map(HindsightTest::improved).toList()))
                .isLessThan(error(strangers) / 2);
    }

    @Test
    void it_never_leaves_what_can_be() {
        for (double extreme : new double[] {0, 125}) {
            double[] course = new double[300];
            Arrays.fill(course, extreme);
            assertThat(Arrays.stream(improved(course)).boxed())
                    .allSatisfy(left -> assertThat(left).isBetween(0.0, 125.0));
        }
    }

    @Test
    void the_newest_predictions_suffice() throws IOException {
        double[] course = courses(1, 3).getFirst();
        double[] newest = Arrays.copyOfRange(course, course.length - Hindsight.REACH, course.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HINDSIGHT.write(new DataOutputStream(out));
        Hindsight read = Hindsight.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        assertThat(read.improved(newest, 1, course.length - 1)[0])
                .isCloseTo(improved(course)[course.length - 1], within(1e-9));
    }

    private static double[] improved(double[] course) {
        return HINDSIGHT.improved(course, course.length, course.length - 1);
    }

    /** Predictions of lives of 180 to 300 cycles that come 12 cycles late, with noise. */
    private static List<double[]> courses(int count, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> {
                    double[] course = new double[180 + random.nextInt(120)];
                    for (int t = 0; t < course.length; t++) {
                        course[t] = Math.clamp(course.length + 11 - t + 2 * random.nextGaussian(), 0, 125);
                    }
                    return course;
                })
                .limit(count)
                .toList();
    }

    private static double error(List<double[]> courses) {
        double squares = 0;
        int count = 0;
        for (double[] course : courses) {
            for (int t = course.length - 100; t < course.length; t++) {
                squares += Math.pow(course[t] - (course.length - 1 - t), 2);
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }
}
