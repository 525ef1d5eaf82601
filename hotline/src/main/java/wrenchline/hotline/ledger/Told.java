package wrenchline.hotline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told of a channel. */
sealed interface Told {

    String channel();

    /** A row of the ledger. */
    record Wrote(Row row) implements Told {
        @Override
        public String channel() {
            return row.channel();
        }
    }

    /** The channel is gone, and the ledger says nothing of it. */
    record Gone(String channel, Instant at) implements Told {}

    /** As one line, which {@link #read} reads. */
    default String line() {
        return QuotedLine.of(
                switch (this) {
                    case Gone(String channel, Instant at) -> List.of(channel, at.toString());
                    case Wrote(Row row) ->
                        List.of(
                                row.type(),
                                row.at().toString(),
                                row.linked(),
                                row.channel(),
                                row.caller(),
                                row.dialled(),
                                row.context(),
                                row.account(),
                                row.extra(),
                                row.line());
                });
    }

    /** Empty when the line was torn. */
    static Optional<Told> read(String line) {
        List<String> fields = QuotedLine.fields(line);
        return switch (fields.size()) {
            case 2 -> Optional.of(new Gone(fields.get(0), Instant.parse(fields.get(1))));
            case 10 ->
                Optional.of(new Wrote(new Row(
                        fields.get(0),
                        Instant.parse(fields.get(1)),
                        fields.get(2),
                        fields.get(3),
                        fields.get(4),
                        fields.get(5),
                        fields.get(6),
                        fields.get(7),
                        fields.get(8),
                        fields.get(9))));
            default -> Optional.empty();
        };
    }
}
