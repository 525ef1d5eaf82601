package wrenchline.dashboard.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is read by another's reader. */
class QrPictureTest {

    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Wrenchline:li.sample?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Wrenchline",
                "A",
                "扫一扫"
            })
    void a_reader_reads_what_was_written(String text) throws ReaderException {
        assertThat(new Decoder().decode(modules(QrPicture.of(text))).getText()).isEqualTo(text);
    }

    @Test
    void what_no_code_can_hold_is_refused() {
        assertThatThrownBy(() -> QrPicture.of("x".repeat(3_000))).isInstanceOf(IllegalArgumentException.class);
    }

    /** The picture without its quiet zone. */
    private static BitMatrix modules(QrPicture picture) {
        BitMatrix modules = new BitMatrix(picture.size() - 8);
        STROKE.matcher(picture.path())
                .results()
                .forEach(stroke -> modules.setRegion(
                        Integer.parseInt(stroke.group(1)) - 4,
                        Integer.parseInt(stroke.group(2)) - 4,
                        Integer.parseInt(stroke.group(3)),
                        1));
        return modules;
    }
}
