package wrenchline.hotline.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads one line of the ledger. */
final class RowReader {

    private static final int FIELDS = 12;

    private RowReader() {}

    /** The row, or empty when the line is none: a line torn by a kill must not stop those after it. */
    static Optional<Row> read(String line) {
        List<String> fields = QuotedLine.fields(line);
        if (fields.size() != FIELDS || !fields.get(1).matches("\\d{1,12}\\.\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                fields.get(0),
                instant(fields.get(1)),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7),
                fields.get(11),
                line));
    }

    private static Instant instant(String seconds) {
        BigDecimal exact = new BigDecimal(seconds);
        long whole = exact.longValue();
        return Instant.ofEpochSecond(
                whole,
                exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
