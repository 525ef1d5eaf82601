package wrenchline.hotline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line as Asterisk writes it: fields between commas, those in quotes with quotes inside doubled. */
public final class QuotedLine {

    private QuotedLine() {}

    /** The line whose {@link #fields} these are; none of them may have more than one line. */
    static String of(List<String> fields) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** The fields without their quotes. */
    public static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char c = line.charAt(index);
            if (quoted && c == '"' && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                field.append('"');
                index++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
