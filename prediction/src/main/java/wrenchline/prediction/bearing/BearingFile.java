package wrenchline.prediction.bearing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wrenchline.prediction.data.TextFiles;

/** A table of features: a header, then the time in seconds or as {@code 2004-02-12 10:32:39}, then numbers; compressed or not. */
public final class BearingFile {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private BearingFile() {}

    /** What cannot be read is an {@link IOException} that names the line; an empty cell is NaN. */
    public static BearingRun read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            String header = lines.readLine();
            int columns = header == null ? 0 : header.split("[,;]", -1).length;
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(row(line, columns, file + ", line " + number));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IOException("reading " + file + ": it has no rows");
        }
        return new BearingRun(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new));
    }

    private static double[] row(String line, int columns, String place) throws IOException {
        String[] cells = line.split("[,;]", -1);
        if (cells.length != columns || columns < 2) {
            throw new IOException("reading %s: %d cells below a header of %d".formatted(place, cells.length, columns));
        }
        double[] row = new double[columns];
        try {
            row[0] = seconds(cells[0].strip());
            for (int c = 1; c < columns; c++) {
                row[c] = cells[c].isBlank() ? Double.NaN : Double.parseDouble(cells[c]);
            }
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            throw new IOException("reading " + place + ": " + unreadable.getMessage(), unreadable);
        }
        return row;
    }

    private static double seconds(String time) {
        return time.contains(":")
                ? LocalDateTime.parse(time.replace('T', ' '), CLOCK).toEpochSecond(ZoneOffset.UTC)
                : Double.parseDouble(time);
    }
}
