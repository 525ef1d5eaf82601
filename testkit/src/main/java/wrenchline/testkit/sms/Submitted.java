package wrenchline.testkit.sms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * What came in one {@code submit_sm}.
 *
 * @param id that it was given
 * @param text of this segment
 * @param segment counted from 1
 * @param segments how many the message has
 */
public record Submitted(
        String id, String from, String to, int coding, String text, int reference, int segment, int segments) {

    private static final int PAYLOAD = 0x0424;
    private static final int SAR_REFERENCE = 0x020c;
    private static final int SAR_TOTAL = 0x020e;
    private static final int SAR_SEGMENT = 0x020f;

    static Submitted read(byte[] body, String id) {
        Octets.Reader reader = new Octets.Reader(body);
        reader.text();
        reader.octets(2);
        String from = reader.text();
        reader.octets(2);
        String to = reader.text();
        int esmClass = reader.octet();
        reader.octets(2);
        reader.text();
        reader.text();
        reader.octets(2);
        int coding = reader.octet();
        reader.octet();
        byte[] content = reader.octets(reader.octet());
        Map<Integer, byte[]> parameters = reader.parameters();
        byte[] whole = parameters.getOrDefault(PAYLOAD, content);
        if ((esmClass & 0x40) != 0) {
            byte[] text = Arrays.copyOfRange(whole, 1 + whole[0], whole.length);
            return new Submitted(id, from, to, coding, decode(text, coding), whole[3] & 0xff, whole[5], whole[4]);
        }
        return new Submitted(
                id,
                from,
                to,
                coding,
                decode(whole, coding),
                last(parameters, SAR_REFERENCE, 0),
                last(parameters, SAR_SEGMENT, 1),
                last(parameters, SAR_TOTAL, 1));
    }

    /** The last octet of a parameter. */
    private static int last(Map<Integer, byte[]> parameters, int tag, int otherwise) {
        byte[] value = parameters.get(tag);
        return value == null ? otherwise : value[value.length - 1] & 0xff;
    }

    /** Data coding 0 is taken for what it has in common with ASCII. */
    private static String decode(byte[] octets, int coding) {
        return new String(octets, coding == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }
}
