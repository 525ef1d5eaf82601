package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import wrenchline.core.document.Document;
import wrenchline.core.ticket.Attachment;

/** A document of a machine. */
public record DocumentView(@JsonUnwrapped Attachment file, Instant added, String by) {

    public static DocumentView of(Document document) {
        return new DocumentView(document.file(), document.added(), document.by());
    }
}
