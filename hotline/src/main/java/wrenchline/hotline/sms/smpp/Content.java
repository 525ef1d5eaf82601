package wrenchline.hotline.sms.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code deliver_sm} carries.
 *
 * @param segment counted from 1
 */
record Content(String text, int segment) {

    private static final int SEGMENT = 5;

    static Content of(DeliverSm message) {
        byte[] octets = message.getShortMessage();
        OptionalParameter.@Nullable Message_payload payload =
                message.getOptionalParameter(OptionalParameter.Message_payload.class);
        if (payload != null && (octets == null || octets.length == 0)) {
            octets = payload.getValue();
        }
        byte[] given = octets == null ? new byte[0] : octets;
        int header = message.isUdhi() && given.length > 0 ? Math.min(given.length, 1 + (given[0] & 0xff)) : 0;
        byte[] content = Arrays.copyOfRange(given, header, given.length);
        return new Content(decode(content, message.getDataCoding()), segment(message, given, header));
    }

    private static int segment(AbstractSmCommand message, byte[] given, int header) {
        OptionalParameter.@Nullable Sar_segment_seqnum sar =
                message.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        if (sar != null) {
            return sar.getValue() & 0xff;
        }
        boolean joined = header > SEGMENT && given[1] == 0 && given[2] == 3;
        return joined ? given[SEGMENT] & 0xff : 1;
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
