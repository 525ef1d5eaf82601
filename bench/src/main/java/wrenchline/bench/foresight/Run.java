package wrenchline.bench.foresight;

import java.time.Instant;
import java.util.List;

/**
 * One machine of a data set.
 *
 * @param machine its equipment id
 * @param channels names of the metrics
 */
record Run(String machine, List<String> channels, List<Row> rows) {

    /** @param values one per channel; NaN where one is missing */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Row(Instant at, double[] values) {}
}
