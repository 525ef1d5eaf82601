package wrenchline.core.notice;

import java.util.Optional;

/** Reads the receipts and messages that a provider posts to us (回调). */
public interface Push {

    /** As the settings call it. */
    String provider();

    /** Whether {@code given} is the secret that stands in the address of the callback. */
    boolean isSecret(String given);

    /** Takes {@code body} into the inbox; what to answer, or empty when it cannot be understood. */
    Optional<Thanks> take(String contentType, byte[] body, Inbox inbox);

    /** What the provider wants to read. */
    record Thanks(String contentType, String body) {}
}
