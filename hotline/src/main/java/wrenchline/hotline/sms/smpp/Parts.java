package wrenchline.hotline.sms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.OptionalParameter;
import wrenchline.config.SmsProvider.Smpp.Joining;
import wrenchline.config.SmsProvider.Smpp.Latin;
import wrenchline.core.notice.Segments;

/** Cuts a text into what SMPP carries: its alphabet, its segments, and what holds them together. */
final class Parts {

    static final byte GSM = 0;
    static final byte LATIN1 = 3;
    static final byte UCS2 = 8;

    private static final byte HEADER_WITHIN = 0x40;
    private static final byte[] NOTHING = {};

    private final Joining joining;
    private final Latin latin;

    Parts(Joining joining, Latin latin) {
        this.joining = joining;
        this.latin = latin;
    }

    /**
     * @param reference of the message: a telephone that gets a segment again puts it where the first one is
     */
    List<Part> of(String text, short reference) {
        byte coding = coding(text);
        List<String> segments =
                coding == UCS2 && Segments.latin(text) ? Segments.splitWide(text) : Segments.split(text);
        if (segments.size() == 1) {
            return List.of(new Part(0, coding, encoded(text, coding)));
        }
        if (joining == Joining.PAYLOAD) {
            var payload = new OptionalParameter.Message_payload(encoded(text, coding));
            return List.of(new Part(0, coding, NOTHING, payload));
        }
        List<Part> parts = new ArrayList<>();
        for (String segment : segments) {
            parts.add(part(encoded(segment, coding), coding, reference, segments.size(), parts.size() + 1));
        }
        return parts;
    }

    private Part part(byte[] content, byte coding, short reference, int total, int sequence) {
        if (joining == Joining.SAR) {
            return new Part(
                    0,
                    coding,
                    content,
                    new OptionalParameter.Sar_msg_ref_num(reference),
                    new OptionalParameter.Sar_total_segments((byte) total),
                    new OptionalParameter.Sar_segment_seqnum((byte) sequence));
        }
        byte[] headed = ByteBuffer.allocate(6 + content.length)
                .put(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) sequence})
                .put(content)
                .array();
        return new Part(HEADER_WITHIN, coding, headed);
    }

    private byte coding(String text) {
        if (!Segments.latin(text)) {
            return UCS2;
        }
        return switch (latin) {
            case GSM -> GSM;
            // What ISO 8859-1 lacks of the alphabet, such as the euro, must not become a question mark.
            case LATIN1 -> StandardCharsets.ISO_8859_1.newEncoder().canEncode(text) ? LATIN1 : UCS2;
            case UCS2 -> UCS2;
        };
    }

    private static byte[] encoded(String text, byte coding) {
        return switch (coding) {
            case GSM -> Gsm7.encode(text);
            case LATIN1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            default -> text.getBytes(StandardCharsets.UTF_16BE);
        };
    }
}
