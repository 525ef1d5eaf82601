package wrenchline.dashboard.sheet;

import java.util.List;

/**
 * A table as a file holds it.
 *
 * @param header names of the columns
 * @param rows as many values each as there are columns
 */
public record Sheet(List<String> header, List<Line> rows) {

    public Sheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * One line of the file.
     *
     * @param number as the program shows it that made the file; the header is 1
     */
    public record Line(int number, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /** What became of a file. */
    public sealed interface Read {
        record Ok(Sheet sheet) implements Read {}

        record Refused(String reason) implements Read {}
    }
}
