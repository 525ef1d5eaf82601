package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.bench.KillLoop;
import wrenchline.bench.PowerCut;

/** A power cut loses no acknowledged reading. Needs root, for a disk of its own. */
@Tag("power-cut")
class PowerCutStoryTest {

    @TempDir
    private Path folder;

    @Test
    void a_power_cut_in_the_middle_of_ingest_loses_no_acknowledged_reading_and_the_books_agree() throws Exception {
        letTheDatabaseIn();
        KillLoop.Report report = PowerCut.run(folder, command(), 2, 20_260_301);
        assertThat(report.acknowledged()).isPositive();
        assertThat(report).matches(KillLoop.Report::isClean, "clean");
    }

    private List<String> command() {
        return Stream.concat(
                        Stream.of("env", "WRENCHLINE_HOME=" + RunningProduct.home()),
                        RunningProduct.command(folder.resolve("disk/data"), "--roles=gateway,dashboard").stream())
                .toList();
    }

    /** It runs as a user of its own. */
    private void letTheDatabaseIn() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
