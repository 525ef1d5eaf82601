package wrenchline.hotline.sms.smpp;

import java.io.ByteArrayOutputStream;

/** The default alphabet of GSM 03.38, one character an octet, with its extension table. */
final class Gsm7 {

    private static final char ESCAPE = '\u001b';
    private static final String TABLE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE
            + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    private Gsm7() {}

    static byte[] encode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            int extended = EXTENSION.indexOf(sign);
            if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENSION_CODES[extended]);
            } else {
                int code = TABLE.indexOf(sign);
                octets.write(code < 0 ? TABLE.indexOf('?') : code);
            }
        }
        return octets.toByteArray();
    }

    static String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        boolean escaped = false;
        for (byte octet : octets) {
            if (octet == ESCAPE && !escaped) {
                escaped = true;
                continue;
            }
            text.append(escaped ? extended(octet) : plain(octet));
            escaped = false;
        }
        return text.toString();
    }

    private static char plain(byte octet) {
        int code = octet & 0xff;
        return code < TABLE.length() ? TABLE.charAt(code) : '?';
    }

    private static char extended(byte octet) {
        for (int index = 0; index < EXTENSION_CODES.length; index++) {
            if (EXTENSION_CODES[index] == octet) {
                return EXTENSION.charAt(index);
            }
        }
        return plain(octet);
    }
}
