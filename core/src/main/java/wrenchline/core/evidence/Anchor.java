package wrenchline.core.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import wrenchline.core.promise.PromiseId;

/**
 * A link of the chain that runs through all journals (锚点): the heads that were new at one moment. Who rewrites a journal would have to
 * rewrite every anchor after it, also in the file that is kept outside the database.
 *
 * @param number counts from 1
 * @param previous hash of the anchor before; {@link Chain#ORIGIN} for the first
 */
public record Anchor(long number, Instant at, String previous, List<Head> heads) {
    public Anchor {
        heads = List.copyOf(heads);
    }

    /** The last entry of a journal, with its hash. */
    public record Head(PromiseId promise, long sequence, String hash) {

        private String json() {
            return "{\"hash\":\"" + hash + "\",\"promise\":\"" + promise + "\",\"sequence\":" + sequence + "}";
        }
    }

    /** As one line of JSON with sorted keys; this is what is hashed. */
    public String line() {
        return "{\"at\":\"" + at + "\",\"heads\":["
                + heads.stream().map(Head::json).collect(Collectors.joining(",")) + "],\"number\":" + number
                + ",\"previous\":\"" + previous + "\"}";
    }

    public String hash() {
        return Sha256.of(line());
    }
}
