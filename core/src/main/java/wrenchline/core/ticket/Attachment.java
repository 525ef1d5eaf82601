package wrenchline.core.ticket;

/**
 * A photo or file that belongs to a ticket (附件). The same content is kept once.
 *
 * @param sha256 of the content, lower-case hexadecimal: by which it is found
 * @param name as whoever sent it called it
 * @param type media type, found from the content and not from the name
 * @param size in bytes
 */
public record Attachment(String sha256, String name, String type, long size) {}
