package wrenchline.dashboard.qr;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (二维码, ISO/IEC 18004) as an SVG path.
 *
 * @param size of its sides, in the path's units, with the quiet zone of four that the standard asks for
 * @param path the dark modules
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    /**
     * Draws {@code text}, so that it can still be read when 15 % of it cannot be seen.
     *
     * @throws IllegalArgumentException when it is longer than a QR code holds, about 2,300 bytes
     */
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            row(code, y, path);
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }

    /** Neighbours are one stroke: squares side by side would show seams. */
    private static void row(QrCode code, int y, StringBuilder path) {
        for (int x = 0; x < code.size; x++) {
            int begin = x;
            while (code.getModule(x, y)) {
                x++;
            }
            if (x > begin) {
                path.append("M%d %dh%dv1h-%dz".formatted(begin + QUIET, y + QUIET, x - begin, x - begin));
            }
        }
    }

    @Override
    public String toString() {
        return "QrPicture[…]";
    }
}
