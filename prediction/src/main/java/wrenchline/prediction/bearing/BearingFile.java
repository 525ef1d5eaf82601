package wrenchline.prediction.bearing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wrenchline.prediction.data.EventTime;
import wrenchline.prediction.data.TextFiles;

/**
 * A table of features: a header, if any, then the time in seconds or as {@link EventTime} reads it, then numbers; compressed or not.
 */
public final class BearingFile {

    private BearingFile() {}

    /** What cannot be read is an {@link IOException} that names the line; an empty cell is NaN, as is what is not finite. */
    public static BearingRun read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int columns = 0;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                columns = columns == 0 ? cells(line).length : columns;
                if (!line.isBlank() && (number > 1 || EventTime.of(cells(line)[0]) != null)) {
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
        String[] cells = cells(line);
        if (columns < 2) {
            throw new IOException("reading " + place + ": needs a time and features, apart by comma, semicolon or tab");
        }
        if (cells.length != columns) {
            throw new IOException("reading %s: %d cells where there were %d".formatted(place, cells.length, columns));
        }
        double[] row = new double[columns];
        row[0] = seconds(cells[0].strip(), place);
        for (int c = 1; c < columns; c++) {
            row[c] = number(cells[c].strip(), place);
        }
        return row;
    }

    private static String[] cells(String line) {
        return line.split("[,;\t]", -1);
    }

    private static double seconds(String time, String place) throws IOException {
        try {
            return Double.parseDouble(time);
        } catch (NumberFormatException notSeconds) {
            Instant at = EventTime.of(time);
            if (at == null) {
                throw new IOException("reading " + place + ": no time: " + time, notSeconds);
            }
            return at.toEpochMilli() / 1000.0;
        }
    }

    private static double number(String cell, String place) throws IOException {
        if (cell.isEmpty() || cell.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(cell);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException unreadable) {
            throw new IOException("reading " + place + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
