package wrenchline.prediction.score.series;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a judge says of the rows of a series.
 *
 * @param events whether each row is told as an event
 * @param tickets whether a ticket is issued at each row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Verdicts(boolean[] events, boolean[] tickets) {

    /** The rows at which tickets are issued, from row {@code first} on. */
    List<Integer> ticketRows(int first) {
        return IntStream.range(first, tickets.length)
                .filter(row -> tickets[row])
                .boxed()
                .toList();
    }
}
