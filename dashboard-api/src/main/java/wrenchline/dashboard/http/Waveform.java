package wrenchline.dashboard.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How loud a recording is from beginning to end (波形), for the page to draw.
 *
 * @param seconds its length
 * @param peaks the loudest sample of each of equal parts, 0 to 100
 */
record Waveform(double seconds, List<Integer> peaks) {
    Waveform {
        peaks = List.copyOf(peaks);
    }

    private static final int HEADER = 44;
    private static final int SAMPLES_PER_SECOND = 8000;
    private static final int PARTS = 400;
    private static final int LOUDEST = 32_768;

    /** Of a WAV file with 8,000 samples of 16 bits a second; one that is shorter than its header is silent. */
    static Waveform of(Path file) {
        try (InputStream sound = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long samples = Math.max(0, (Files.size(file) - HEADER) / 2);
            sound.skipNBytes(Math.min(HEADER, Files.size(file)));
            return new Waveform(samples / (double) SAMPLES_PER_SECOND, peaks(sound, samples));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("drawing the recording " + file.getFileName(), unreadable);
        }
    }

    private static List<Integer> peaks(InputStream sound, long samples) throws IOException {
        int[] peaks = new int[(int) Math.min(PARTS, samples)];
        for (long sample = 0; sample < samples; sample++) {
            int low = sound.read();
            int high = sound.read();
            if (high < 0) {
                // Shorter than it was a moment ago: the rest is silent.
                break;
            }
            int loud = Math.abs((short) (high << 8 | low)) * 100 / LOUDEST;
            int part = (int) (sample * peaks.length / samples);
            peaks[part] = Math.max(peaks[part], loud);
        }
        return IntStream.of(peaks).boxed().toList();
    }
}
