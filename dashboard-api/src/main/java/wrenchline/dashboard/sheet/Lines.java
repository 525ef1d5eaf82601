package wrenchline.dashboard.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Makes a table of lines: the first that is not empty is the header, and short lines are filled up. */
final class Lines {

    static final int MOST_ROWS = 20_000;

    private Lines() {}

    static Sheet.Read sheet(List<Sheet.Line> all) {
        List<Sheet.Line> lines = all.stream().filter(Lines::holdsSomething).toList();
        if (lines.isEmpty()) {
            return new Sheet.Read.Refused("it is empty");
        }
        if (lines.size() > MOST_ROWS + 1) {
            return new Sheet.Read.Refused("it has more than " + MOST_ROWS + " lines");
        }
        List<String> header =
                lines.getFirst().values().stream().map(String::strip).toList();
        if (header.stream().flatMapToInt(String::chars).anyMatch(Character::isISOControl)) {
            return new Sheet.Read.Refused("its first line is no header");
        }
        if (new HashSet<>(header).size() < header.size()) {
            return new Sheet.Read.Refused("a column stands in its first line twice");
        }
        return new Sheet.Read.Ok(new Sheet(
                header,
                lines.stream().skip(1).map(line -> filled(line, header.size())).toList()));
    }

    private static boolean holdsSomething(Sheet.Line line) {
        return line.values().stream().anyMatch(value -> !value.isBlank());
    }

    /** A line that is too long keeps what is too much, so that it can be told. */
    private static Sheet.Line filled(Sheet.Line line, int columns) {
        List<String> values = new ArrayList<>(line.values());
        while (values.size() > columns && values.getLast().isBlank()) {
            values.removeLast();
        }
        while (values.size() < columns) {
            values.add("");
        }
        return new Sheet.Line(line.number(), values);
    }
}
