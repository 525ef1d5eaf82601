package wrenchline.hotline.sms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import wrenchline.core.notice.Incoming.Segment;

/** What a {@code deliver_sm} or {@code data_sm} carries. */
record Content(String text, Segment segment) {

    private static final int HEADER_WITHIN = 0x40;
    private static final byte[] NOTHING = {};

    static Content of(AbstractSmCommand message) {
        byte[] given = octets(message);
        boolean headed = (message.getEsmClass() & HEADER_WITHIN) != 0 && given.length > 0;
        int header = headed ? Math.min(given.length, 1 + (given[0] & 0xff)) : 0;
        byte[] content = Arrays.copyOfRange(given, header, given.length);
        Segment segment = ofParameters(message)
                .or(() -> ofHeader(Arrays.copyOf(given, header)))
                .orElse(Segment.WHOLE);
        boolean torn = segment.of() > 1 && (message.getDataCoding() & 0x0c) == 8;
        return new Content(torn ? halves(content) : decode(content, message.getDataCoding()), segment);
    }

    private static byte[] octets(AbstractSmCommand message) {
        byte[] text = message instanceof DeliverSm deliver ? deliver.getShortMessage() : NOTHING;
        if (text != null && text.length > 0) {
            return text;
        }
        return Optional.ofNullable(message.getOptionalParameter(OptionalParameter.Message_payload.class))
                .map(OptionalParameter.OctetString::getValue)
                .orElse(NOTHING);
    }

    private static Optional<Segment> ofParameters(AbstractSmCommand message) {
        OptionalParameter.Sar_msg_ref_num reference =
                message.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_segment_seqnum number =
                message.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        OptionalParameter.Sar_total_segments of =
                message.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        return reference == null || number == null || of == null
                ? Optional.empty()
                : segment(reference.getValue() & 0xffff, number.getValue() & 0xff, of.getValue() & 0xff);
    }

    /** The elements of a header are their kind, their length and their content (3GPP TS 23.040, 9.2.3.24). */
    private static Optional<Segment> ofHeader(byte[] header) {
        for (int at = 1; at + 2 < header.length; at += 2 + (header[at + 1] & 0xff)) {
            int length = header[at + 1] & 0xff;
            int last = at + 1 + length;
            if (last < header.length && ((header[at] == 0 && length == 3) || (header[at] == 8 && length == 4))) {
                int high = length == 4 ? (header[at + 2] & 0xff) << 8 : 0;
                return segment(high | (header[last - 2] & 0xff), header[last] & 0xff, header[last - 1] & 0xff);
            }
        }
        return Optional.empty();
    }

    private static Optional<Segment> segment(int reference, int number, int of) {
        return number < 1 || number > of ? Optional.empty() : Optional.of(new Segment(reference, number, of));
    }

    /** UTF-16 in which the first or the last sign may be half of one, whose other half is in the next segment. */
    private static String halves(byte[] octets) {
        return ByteBuffer.wrap(octets).asCharBuffer().toString();
    }

    private static String decode(byte[] octets, byte coding) {
        return switch (coding & 0xff) {
            case 0 -> Gsm7.decode(octets);
            case 1, 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 15 -> new String(octets, Charset.forName("GB18030"));
            case 4, 2 -> new String(octets, StandardCharsets.UTF_8);
            default ->
                new String(octets, (coding & 0x0c) == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        };
    }
}
