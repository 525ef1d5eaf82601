package wrenchline.prediction.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_plain_file_is_read() throws IOException {
        assertThat(read(Files.writeString(folder.resolve("plain.csv"), "油温,1\n")))
                .isEqualTo("油温,1");
    }

    @Test
    void a_compressed_file_is_read_whatever_its_name() throws IOException {
        Path file = folder.resolve("compressed.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("油温,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(file)).isEqualTo("油温,2");
    }

    @Test
    void an_empty_file_has_no_line() throws IOException {
        assertThat(read(Files.createFile(folder.resolve("empty.csv")))).isNull();
    }

    private static String read(Path file) throws IOException {
        try (BufferedReader lines = TextFiles.open(file)) {
            return lines.readLine();
        }
    }
}
