package wrenchline.prediction.life;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.prediction.data.TextFiles;

/**
 * The layout of C-MAPSS (Saxena and Goebel 2008): without a header, separated by spaces: unit, cycle, three settings, sensors; compressed or
 * not. Rows of a unit may be in any order.
 */
public final class TrajectoryFile {

    private static final int BEFORE_SETTINGS = 2;
    private static final int BEFORE_SENSORS = 5;

    private TrajectoryFile() {}

    /** All machines of {@code file}; an {@link IOException} names the line that cannot be read. */
    public static List<Trajectory> read(Path file) throws IOException {
        Map<Integer, List<double[]>> units = new LinkedHashMap<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            int columns = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                double[] row = row(line, file + ", line " + number);
                columns = columns == 0 ? row.length : columns;
                if (row.length != columns || columns <= BEFORE_SENSORS) {
                    throw new IOException("reading %s, line %d: %d columns".formatted(file, number, row.length));
                }
                units.computeIfAbsent((int) row[0], _ -> new ArrayList<>()).add(row);
            }
        }
        if (units.isEmpty()) {
            throw new IOException("reading " + file + ": it is empty");
        }
        return units.entrySet().stream()
                .map(each -> trajectory(each.getKey(), each.getValue()))
                .toList();
    }

    private static double[] row(String line, String place) throws IOException {
        try {
            double[] row = Arrays.stream(line.strip().split("[\\s,;]+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (!Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IOException("reading " + place + ": a value is not finite");
            }
            return row;
        } catch (NumberFormatException noNumber) {
            throw new IOException("reading " + place + ": " + noNumber.getMessage(), noNumber);
        }
    }

    private static Trajectory trajectory(int unit, List<double[]> rows) {
        rows.sort((one, other) -> Double.compare(one[1], other[1]));
        return new Trajectory(
                unit,
                rows.stream()
                        .map(row -> Arrays.copyOfRange(row, BEFORE_SETTINGS, BEFORE_SENSORS))
                        .toArray(double[][]::new),
                rows.stream()
                        .map(row -> Arrays.copyOfRange(row, BEFORE_SENSORS, row.length))
                        .toArray(double[][]::new));
    }
}
