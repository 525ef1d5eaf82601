package wrenchline.prediction.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_model_names_the_code_and_the_data_that_made_it() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "abc");
        Path file = folder.resolve("some.model");
        ModelFile header = new ModelFile("life", "wrenchline 1.0", List.of(ModelFile.Source.of(data)));
        header.write(file, out -> out.writeInt(42));
        assertThat(ModelFile.about(file)).isEqualTo(header);
        assertThat(header.sources().getFirst().sha256()).startsWith("ba7816bf8f01cfea");
        assertThat(ModelFile.<Integer>read(file, "life", DataInput::readInt)).isEqualTo(42);
    }

    @Test
    void a_model_of_another_kind_is_refused() throws IOException {
        Path file = folder.resolve("some.model");
        new ModelFile("bearing", "wrenchline 1.0", List.of()).write(file, out -> out.writeInt(1));
        assertThatThrownBy(() -> ModelFile.read(file, "life", DataInput::readInt))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'bearing', not of 'life'");
    }
}
