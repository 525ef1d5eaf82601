package wrenchline.prediction.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryFileTest {

    @TempDir
    private Path folder;

    @Test
    void cycles_are_put_in_order_and_units_apart() throws IOException {
        assertThat(TrajectoryFile.read(file("1 2 0 0 100 5.5 \n2 1 0 0 100 7\n1 1 0 0 100 4.5\n")))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.unit()).isEqualTo(1);
                            assertThat(first.sensors()).isDeepEqualTo(new double[][] {{4.5}, {5.5}});
                        },
                        second -> assertThat(second.cycles()).isEqualTo(1));
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line() throws IOException {
        Path word = file("1 1 0 0 100 4.5\n1 2 0 0 100 high\n");
        Path cell = file("1 1 0 0 100 4.5\n1 2 0 0 100\n");
        Path nothing = file("1 1 0 0 100 NaN\n1 2 0 0 100 nan\n");
        Path empty = file("\n");
        assertThatThrownBy(() -> TrajectoryFile.read(word)).hasMessageContaining("line 2");
        assertThatThrownBy(() -> TrajectoryFile.read(cell)).hasMessageContaining("line 2: 5 columns");
        assertThatThrownBy(() -> TrajectoryFile.read(nothing)).hasMessageContaining("unit 1 has no value at all");
        assertThatThrownBy(() -> TrajectoryFile.read(empty)).hasMessageContaining("empty");
    }

    @Test
    void a_header_is_passed_over_and_what_is_missing_is_as_it_was_before_or_after() throws IOException {
        assertThat(TrajectoryFile.read(file("unit,cycle,a,b,c,s\n1,1,0,0,100,\n1,2,0,0,100,5\n1,3,0,,100,NaN\n")))
                .singleElement()
                .satisfies(machine -> {
                    assertThat(machine.sensors()).isDeepEqualTo(new double[][] {{5}, {5}, {5}});
                    assertThat(machine.settings()[2]).containsExactly(0, 0, 100);
                });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "engines", ".txt"), text);
    }
}
