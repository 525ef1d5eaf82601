package wrenchline.core.ticket;

import java.util.Optional;

/** Where the content of attachments is kept. */
public interface Attachments {

    /** The most bytes that one may have. */
    int LARGEST = 10 * 1024 * 1024;

    /** Keeps {@code content}, once for all tickets. */
    void put(Attachment attachment, byte[] content);

    /** The content whose SHA-256 is {@code sha256}. */
    Optional<byte[]> content(String sha256);
}
