package wrenchline.hotline.ledger;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the ledger, in the order of {@code cel_custom.conf}.
 *
 * @param type for instance {@code CHAN_START}, {@code BRIDGE_ENTER}, or the name of an event of our dialplan
 * @param linked the channel with which everything began that this channel belongs to
 * @param account the callback for which the product dialled; empty otherwise
 * @param extra details as JSON; empty when there are none
 * @param line the whole row as it was written
 */
public record Row(
        String type,
        Instant at,
        String linked,
        String channel,
        String caller,
        String dialled,
        String context,
        String account,
        String extra,
        String line) {

    private static final Pattern CAUSE = Pattern.compile("\"hangupcause\":(\\d+)");
    private static final Pattern SAID = Pattern.compile("\"extra\":\"([^\"]*)\"");

    /** The hang-up cause (Q.850) that a {@code HANGUP} row carries; 0 when it has none. */
    public int cause() {
        Matcher matcher = CAUSE.matcher(extra);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** What our dialplan said with its own event. */
    public String said() {
        Matcher matcher = SAID.matcher(extra);
        return matcher.find() ? matcher.group(1) : "";
    }
}
