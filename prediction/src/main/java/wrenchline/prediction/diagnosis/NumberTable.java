package wrenchline.prediction.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wrenchline.prediction.data.TextFiles;

/**
 * Reads a file of numbers, one row a line, split by blanks, commas or semicolons. What is missing (NaN) in a row is as the value before it, or
 * after it.
 */
final class NumberTable {

    private NumberTable() {}

    /** The rows of {@code file}, all of one length; an {@link IOException} names the file and the line that is wrong. */
    static List<double[]> read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String where = file + ", line " + (rows.size() + 1) + ": ";
                double[] row = numbers(line, where);
                if (!rows.isEmpty() && row.length != rows.getFirst().length) {
                    throw new IOException(
                            where + row.length + " values, but " + rows.getFirst().length + " in the lines before");
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new IOException(file + ": empty");
        }
        return rows;
    }

    private static double[] numbers(String line, String where) throws IOException {
        String[] words = line.strip().split("[\\s,;]+", -1);
        double[] row = new double[words.length];
        for (int index = 0; index < row.length; index++) {
            row[index] = number(words[index], where + "value " + (index + 1));
        }
        for (int index = 1; index < row.length; index++) {
            row[index] = Double.isNaN(row[index]) ? row[index - 1] : row[index];
        }
        for (int index = row.length - 2; index >= 0; index--) {
            row[index] = Double.isNaN(row[index]) ? row[index + 1] : row[index];
        }
        if (Double.isNaN(row[0])) {
            throw new IOException(where + "no value at all");
        }
        return row;
    }

    private static double number(String word, String where) throws IOException {
        if (word.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new IOException(where + " is not a number: '" + word + "'", notANumber);
        }
        throw new IOException(where + " is not finite: " + word);
    }
}
