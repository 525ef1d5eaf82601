package wrenchline.core.notice;

import java.util.Optional;

/** Reads the receipts and messages that a provider posts to us (回调). */
public interface Push {

    /** As the settings call it. */
    String provider();

    /** Whether {@code given} is the secret of the callback, as a header or the address holds it. */
    boolean isSecret(String given);

    /** Whether {@code signature} is the HMAC-SHA256 of {@code body} with that secret, in hexadecimal. */
    boolean isSigned(byte[] body, String signature);

    /** Takes {@code body} into the inbox; what to answer, or empty when it cannot be understood. */
    Optional<Thanks> take(String contentType, byte[] body, Inbox inbox);

    /** What the provider wants to read. */
    record Thanks(String contentType, String body) {}
}
