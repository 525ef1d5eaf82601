package wrenchline.core.notice;

/**
 * How many segments a short message takes (短信条数): 70 characters of UCS-2, 67 each when there are several; of the plain Latin
 * alphabet 160, 153 each (3GPP TS 23.038 and 23.040).
 */
public final class Segments {

    private static final String LATIN =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String LATIN_TWICE = "^{}\\[~]|€\f";

    private Segments() {}

    public static int of(String text) {
        int length = 0;
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (LATIN.indexOf(sign) >= 0) {
                length++;
            } else if (LATIN_TWICE.indexOf(sign) >= 0) {
                length += 2;
            } else {
                return segments(text.length(), 70, 67);
            }
        }
        return segments(length, 160, 153);
    }

    private static int segments(int length, int alone, int each) {
        return length <= alone ? 1 : (length + each - 1) / each;
    }
}
