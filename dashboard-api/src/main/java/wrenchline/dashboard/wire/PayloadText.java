package wrenchline.dashboard.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Payloads as people read them. */
final class PayloadText {

    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private PayloadText() {}

    /** {@code payload} as text, a character that is cut off at its end left out; null when it is no UTF-8. */
    static @Nullable String text(byte[] payload) {
        CharBuffer text = CharBuffer.allocate(payload.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload), text, false);
        return result.isError() ? null : text.flip().toString();
    }

    /** The bytes in rows of sixteen, each with its place before it and what can be printed behind it. */
    static String hex(byte[] payload, int most) {
        StringBuilder rows = new StringBuilder();
        int end = Math.min(payload.length, most);
        for (int begin = 0; begin < end; begin += ROW) {
            int next = Math.min(begin + ROW, end);
            rows.append("%06x  %-47s  ".formatted(begin, HEX.formatHex(payload, begin, next)));
            for (int index = begin; index < next; index++) {
                rows.append(payload[index] >= ' ' && payload[index] < 0x7f ? (char) payload[index] : '.');
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
