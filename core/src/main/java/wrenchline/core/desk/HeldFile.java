package wrenchline.core.desk;

import java.nio.ByteBuffer;
import wrenchline.core.ticket.Attachment;

/** A kept file: its content, and what is known of it (文件). */
public record HeldFile(Attachment attachment, ByteBuffer content) {}
