package wrenchline.dashboard.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The values of one line by their columns, and what is wrong with them. */
final class Cells {

    private static final int LONGEST = 500;

    private final int line;
    private final Map<String, String> values;
    private final List<Fault> faults = new ArrayList<>();

    Cells(int line, Map<String, String> values) {
        this.line = line;
        this.values = values;
    }

    /** What is wrong so far. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void wrong(String column, String reason) {
        faults.add(new Fault(line, column, reason));
    }

    /** Whether the file has such a column. */
    boolean has(String column) {
        return values.containsKey(column);
    }

    /** May be empty. */
    String text(String column) {
        String value = values.getOrDefault(column, "").strip();
        if (value.length() > LONGEST) {
            wrong(column, "longer than " + LONGEST + " characters");
        }
        return value;
    }

    String text(String column, Predicate<String> valid, String what) {
        String value = text(column);
        if (!valid.test(value)) {
            wrong(column, value.isEmpty() ? "missing: " + what : "'" + value + "' is not " + what);
        }
        return value;
    }

    String needed(String column) {
        return text(column, value -> !value.isEmpty(), "a text");
    }

    /** Several, with semicolons between them. */
    List<String> list(String column) {
        return Stream.of(text(column).split("[;；]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    int number(String column, int least, int most, int otherwise) {
        String value = text(column);
        return value.isEmpty()
                ? otherwise
                : read(
                        column,
                        Integer::parseInt,
                        otherwise,
                        number -> number >= least && number <= most,
                        "a whole number from " + least + " to " + most);
    }

    LocalDate date(String column) {
        return read(column, LocalDate::parse, LocalDate.EPOCH, any -> true, "a date such as 2026-05-31");
    }

    <T> T read(String column, Function<String, T> parse, T otherwise, Predicate<T> valid, String what) {
        String value = text(column);
        try {
            T parsed = parse.apply(value);
            if (valid.test(parsed)) {
                return parsed;
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // Told below, as what is out of range.
        }
        wrong(column, value.isEmpty() ? "missing: " + what : "'" + value + "' is not " + what);
        return otherwise;
    }
}
