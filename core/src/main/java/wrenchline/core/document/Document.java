package wrenchline.core.document;

import java.time.Instant;
import wrenchline.core.ticket.Attachment;

/**
 * A file that belongs to a machine for as long as it is kept (设备资料): its manual, the report of its acceptance, a photo of its plate.
 *
 * @param by who added it
 */
public record Document(Attachment file, Instant added, String by) {}
