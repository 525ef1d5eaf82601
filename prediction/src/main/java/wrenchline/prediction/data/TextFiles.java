package wrenchline.prediction.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Text files of data sets, compressed with gzip or not. */
public final class TextFiles {

    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    private TextFiles() {}

    /** Opens {@code file} as UTF-8; what the first two bytes say of compression counts, not the name. */
    public static BufferedReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean compressed = in.read() == MAGIC_FIRST && in.read() == MAGIC_SECOND;
        in.reset();
        return new BufferedReader(
                new InputStreamReader(compressed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }
}
