package wrenchline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.dashboard.http.Health;

/** How much memory there is for what the detectors learn. */
class DetectorMemoryTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final DetectorMemory SMALLEST = new DetectorMemory(GIBIBYTE);

    @ParameterizedTest(name = "{0} KiB")
    @CsvSource({"524288,1024", "4194304,1024", "8388608,2048", "12582912,3072", "16777216,4096", "268435456,4096"})
    void java_may_take_a_quarter_of_the_memory_and_from_one_to_four_gibibytes(long memory, String heap)
            throws Exception {
        assertThat(bash("heap_of " + memory)).isEqualTo(heap);
    }

    @Test
    void the_memory_of_this_machine_is_found() throws Exception {
        assertThat(Long.parseLong(bash("memory"))).isGreaterThan(256 << 10);
    }

    @Test
    void ten_thousand_machines_in_one_gibibyte_are_warned_of_and_told_what_to_do() {
        assertThat(SMALLEST.with(10_000))
                .isEqualTo(
                        Health.Part.warning(
                                "detectors",
                                false,
                                "10000 machines need about 1.8 of the 1.0 GiB of memory that Java may take: set WRENCHLINE_HEAP to 4g"));
    }

    @Test
    void what_the_warning_asks_for_ends_it() {
        assertThat(new DetectorMemory(4 * GIBIBYTE).with(10_000).state()).isEqualTo(Health.State.UP);
    }

    @Test
    void the_warning_comes_before_half_of_the_memory_is_taken() {
        int room = (int) SMALLEST.machines();
        assertThat(room).isBetween(2_500, 3_000);
        assertThat(SMALLEST.with(room).state()).isEqualTo(Health.State.UP);
        assertThat(SMALLEST.with(room + 1).state()).isEqualTo(Health.State.WARNING);
    }

    private static String bash(String call) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", ". tools/java.bash; " + call)
                .directory(new File(RunningProduct.home()))
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
