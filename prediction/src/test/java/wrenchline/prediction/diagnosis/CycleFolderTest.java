package wrenchline.prediction.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleFolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void a_folder_of_three_cycles() throws IOException {
        write("TS1.txt", "35\t36\n35\t37\n40\t41\n");
        write("PS1_1hz.txt", "150 151\n150 152\n160 161\n");
        write("profile.txt", "3\t100\t0\t130\t1\n3\t100\t0\t130\t0\n20\t100\t0\t130\t0\n");
    }

    @Test
    void sensors_are_found_by_their_files_and_blocks_by_their_condition() throws IOException {
        LabelledCycles known = CycleFolder.labelled(folder);
        assertThat(known.measured().sensors()).containsExactly("PS1", "TS1");
        assertThat(known.measured().cycles().get(2).curves().getFirst()).containsExactly(160, 161);
        assertThat(known.conditions().getFirst()).isEqualTo(new Condition(3, 100, 0, 130));
        assertThat(known.blocks()).containsExactly(0, 0, 1);
        assertThat(known.settled()).containsExactly(false, true, true);
    }

    @Test
    void a_block_file_says_which_cycles_belong_together() throws IOException {
        write("block.txt", "4\n9\n9\n");
        assertThat(CycleFolder.labelled(folder).blocks()).containsExactly(4, 9, 9);
    }

    @Test
    void a_missing_sensor_is_named() {
        assertThatThrownBy(() -> CycleFolder.measured(folder, List.of("PS1", "FS1")))
                .hasMessageContaining("FS1.txt (or .txt.gz) is missing");
    }

    @Test
    void a_row_of_another_length_is_named_by_file_and_line() throws IOException {
        write("TS1.txt", "35\t36\n35\n40\t41\n");
        assertRefused("TS1.txt, line 2: 1 values, but 2");
    }

    @Test
    void a_value_that_is_not_finite_is_named_by_file_and_line() throws IOException {
        write("TS1.txt", "35\t36\n35\tInfinity\n40\t41\n");
        assertRefused("TS1.txt, line 2: value 2 is not finite");
    }

    @Test
    void a_value_that_is_missing_is_as_the_one_beside_it() throws IOException {
        write("TS1.txt", "NaN\t36\n35\tnan\n40\t41\n");
        assertThat(CycleFolder.measured(folder, List.of("TS1")).cycles())
                .extracting(cycle -> cycle.curves().getFirst())
                .containsExactly(new double[] {36, 36}, new double[] {35, 35}, new double[] {40, 41});
    }

    @Test
    void a_word_is_named_by_file_and_line() throws IOException {
        write("TS1.txt", "35\t36\n35\t36\nhot\t41\n");
        assertRefused("TS1.txt, line 3: value 1 is not a number: 'hot'");
    }

    @Test
    void a_file_with_fewer_cycles_is_named() throws IOException {
        write("TS1.txt", "35\t36\n");
        assertRefused("TS1.txt: ends after line 1, but the files before it have 3 lines");
    }

    @Test
    void an_empty_folder_has_no_sensor(@TempDir Path empty) {
        assertThatThrownBy(() -> CycleFolder.labelled(empty)).hasMessageContaining("no sensor file");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> CycleFolder.labelled(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
