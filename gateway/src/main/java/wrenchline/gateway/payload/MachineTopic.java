package wrenchline.gateway.payload;

import org.jspecify.annotations.Nullable;

/**
 * A topic {@code equipment/{id}/…}. Looked at for every message, so it is taken apart by hand.
 *
 * @param machine what stands for the id, valid or not
 * @param kind all that follows it
 */
public record MachineTopic(String machine, String kind) {

    private static final String ROOT = "equipment/";

    /** The parts of {@code topic}; null when it is none of these. */
    public static @Nullable MachineTopic of(String topic) {
        int end = topic.startsWith(ROOT) ? topic.indexOf('/', ROOT.length()) : -1;
        return end < 0 ? null : new MachineTopic(topic.substring(ROOT.length(), end), topic.substring(end + 1));
    }
}
