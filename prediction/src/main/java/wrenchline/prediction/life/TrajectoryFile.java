package wrenchline.prediction.life;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wrenchline.prediction.data.TextFiles;

/**
 * The layout of C-MAPSS (Saxena and Goebel 2008): separated by spaces: unit, cycle, three settings, sensors; compressed or not. Rows of a
 * unit may be in any order. A first line of words is a header; a value that is missing (NaN) is as it was the cycle before, or after.
 */
public final class TrajectoryFile {

    private static final int BEFORE_SETTINGS = 2;
    private static final int BEFORE_SENSORS = 5;
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*|\\s+");
    private static final Pattern HEADER = Pattern.compile("^[^0-9+-]*[A-Za-z_]");

    private TrajectoryFile() {}

    /** All machines of {@code file}; an {@link IOException} names the line that cannot be read. */
    public static List<Trajectory> read(Path file) throws IOException {
        Map<Integer, List<double[]>> units = new LinkedHashMap<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            int columns = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || (number == 1 && HEADER.matcher(line).find())) {
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
        List<Trajectory> machines = new ArrayList<>();
        for (Map.Entry<Integer, List<double[]>> unit : units.entrySet()) {
            List<double[]> rows = unit.getValue();
            rows.sort((one, other) -> Double.compare(one[1], other[1]));
            fill(rows);
            fill(rows.reversed());
            if (rows.stream().flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
                throw new IOException(
                        "reading " + file + ": a column of unit " + unit.getKey() + " has no value at all");
            }
            machines.add(trajectory(unit.getKey(), rows));
        }
        return List.copyOf(machines);
    }

    private static double[] row(String line, String place) throws IOException {
        try {
            double[] row = Arrays.stream(SEPARATOR.split(line.strip(), -1))
                    .mapToDouble(TrajectoryFile::number)
                    .toArray();
            if (Double.isNaN(row[0]) || (row.length > 1 && Double.isNaN(row[1]))) {
                throw new IOException("reading " + place + ": no unit or no cycle");
            }
            return row;
        } catch (NumberFormatException noNumber) {
            throw new IOException("reading " + place + ": " + noNumber.getMessage(), noNumber);
        }
    }

    private static double number(String cell) {
        if (cell.isEmpty() || cell.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        double number = Double.parseDouble(cell);
        return Double.isFinite(number) ? number : Double.NaN;
    }

    private static void fill(List<double[]> rows) {
        for (int row = 1; row < rows.size(); row++) {
            for (int column = BEFORE_SETTINGS; column < rows.get(row).length; column++) {
                if (Double.isNaN(rows.get(row)[column])) {
                    rows.get(row)[column] = rows.get(row - 1)[column];
                }
            }
        }
    }

    private static Trajectory trajectory(int unit, List<double[]> rows) {
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
