package wrenchline.core.desk;

import java.util.Optional;
import wrenchline.core.evidence.Sha256;
import wrenchline.core.ticket.Attachment;
import wrenchline.core.ticket.Attachments;
import wrenchline.core.ticket.FileType;

/** A file as somebody sent it in, looked at before it is kept (文件上传). */
sealed interface Upload {

    int LONGEST_NAME = 120;

    record Fine(Attachment file) implements Upload {}

    record Refused(String reason) implements Upload {}

    /** Looks at {@code content}; its kind is told by its first bytes, whatever {@code name} says. */
    static Upload of(String name, byte[] content) {
        if (content.length == 0 || content.length > Attachments.LARGEST) {
            return new Refused("a file has 1 to " + Attachments.LARGEST + " bytes");
        }
        Optional<FileType> type = FileType.of(content);
        return type.isEmpty()
                ? new Refused("only JPEG, PNG, WebP, HEIC and PDF are taken")
                : new Fine(new Attachment(
                        Sha256.hex(Sha256.digest().digest(content)),
                        plain(name),
                        type.get().mediaType(),
                        content.length));
    }

    /** Without folders and control signs, which no reader of the name should meet. */
    private static String plain(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = base.replaceAll("[\\p{Cntrl}\"]", "_").strip();
        String named = clean.isEmpty() ? "file" : clean;
        return named.length() > LONGEST_NAME ? named.substring(named.length() - LONGEST_NAME) : named;
    }
}
