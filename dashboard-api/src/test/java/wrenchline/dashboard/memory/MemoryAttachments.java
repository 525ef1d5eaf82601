package wrenchline.dashboard.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.ticket.Attachment;
import wrenchline.core.ticket.Attachments;

/** The attachments in memory. */
final class MemoryAttachments implements Attachments {

    private final Map<String, byte[]> contents = new HashMap<>();

    @Override
    public void put(Attachment attachment, byte[] content) {
        contents.putIfAbsent(attachment.sha256(), content);
    }

    @Override
    public Optional<byte[]> content(String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }
}
