package wrenchline.core.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * How many segments a short message takes (短信条数): 70 characters of UCS-2, 67 each when there are several; of the plain Latin
 * alphabet 160, 153 each (3GPP TS 23.038 and 23.040). What takes two places is never cut in half.
 */
public final class Segments {

    private static final String LATIN =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String LATIN_TWICE = "^{}\\[~]|€\f";

    private Segments() {}

    /** The number of segments of {@code text}. */
    public static int of(String text) {
        return split(text).size();
    }

    /** Whether {@code text} can be written in the plain Latin alphabet (GSM 03.38). */
    public static boolean latin(String text) {
        return text.chars().allMatch(sign -> LATIN.indexOf(sign) >= 0 || LATIN_TWICE.indexOf(sign) >= 0);
    }

    /** The segments of {@code text}; an empty text is one. */
    public static List<String> split(String text) {
        return split(text, latin(text));
    }

    /** The segments of {@code text} where the plain Latin alphabet is not used. */
    public static List<String> splitWide(String text) {
        return split(text, false);
    }

    private static List<String> split(String text, boolean latin) {
        return length(text, latin) <= (latin ? 160 : 70) ? List.of(text) : cut(text, latin, latin ? 153 : 67);
    }

    private static List<String> cut(String text, boolean latin, int room) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int taken = 0;
        for (int index = 0; index < text.length(); ) {
            String sign = Character.toString(text.codePointAt(index));
            int places = length(sign, latin);
            if (taken + places > room) {
                segments.add(segment.toString());
                segment.setLength(0);
                taken = 0;
            }
            segment.append(sign);
            taken += places;
            index += sign.length();
        }
        segments.add(segment.toString());
        return segments;
    }

    private static int length(String text, boolean latin) {
        return latin
                ? text.length()
                        + (int) text.chars()
                                .filter(sign -> LATIN_TWICE.indexOf(sign) >= 0)
                                .count()
                : text.length();
    }
}
