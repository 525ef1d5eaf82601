package wrenchline.core.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that a ticket takes, told by their first bytes: a name or a header can lie (附件类型). */
public enum FileType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    HEIC("image/heic"),
    PDF("application/pdf");

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What {@code content} is; empty for anything that a ticket does not take. */
    public static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return switch (this) {
            case JPEG -> has(content, 0, JPEG_START);
            case PNG -> has(content, 0, PNG_START);
            case WEBP -> has(content, 0, ascii("RIFF")) && has(content, 8, ascii("WEBP"));
            case HEIC ->
                has(content, 4, ascii("ftyp")) && (has(content, 8, ascii("hei")) || has(content, 8, ascii("mif1")));
            case PDF -> has(content, 0, ascii("%PDF-"));
        };
    }

    private static boolean has(byte[] content, int from, byte[] wanted) {
        int to = from + wanted.length;
        return content.length >= to && Arrays.equals(content, from, to, wanted, 0, wanted.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
