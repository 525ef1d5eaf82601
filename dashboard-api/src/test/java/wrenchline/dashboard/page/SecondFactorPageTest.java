package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.auth.Authenticator;

/** Setting up a second factor where the site requires one, and signing in with it. */
@Tag("peer")
@Tag("chromium")
@Timeout(60)
class SecondFactorPageTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "factor");

    @Test
    void a_new_account_sets_its_authenticator_up_first_and_is_asked_for_its_code_from_then_on(@TempDir Path data)
            throws IOException, ReaderException {
        Tab tab = Chromium.shared().tab();
        try (SampleServer server = new SampleServer(data, new HttpSettings.SignIn(Duration.ofHours(4), true))) {
            String password = SampleServer.json(server.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}"))
                    .path("password")
                    .asText();
            tab.size(390, 844, true);
            tab.open(server.address() + "/");
            signIn(tab, password);
            tab.until("document.querySelector('#factor [data-act=begin]')");
            look(tab, "first");
            click(tab, "#factor [data-act=begin]");
            enter(tab, "#factor [name=password]", password);
            click(tab, "#factor .main-action");
            tab.until("document.querySelector('[data-secret]')");
            look(tab, "secret");
            assertThat(seen(tab, data.resolve("secret.png"))).isEqualTo(text(tab, "[data-secret] a"));
            Authenticator app = new Authenticator(text(tab, "[data-secret] code"), server.clock);
            enter(tab, "#factor [name=code]", app.code());
            click(tab, "#factor .main-action");
            tab.until("document.querySelectorAll('[data-recovery] li').length === 10");
            look(tab, "recovery");
            click(tab, "[data-act=kept]");
            tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
            tab.evaluate("location.hash = '#/account'");
            tab.until("document.querySelector('#factor [data-act=remove]')");
            look(tab, "account");
            click(tab, "#leave");

            server.clock.advance(Duration.ofSeconds(30));
            signIn(tab, password);
            tab.until("document.querySelector('.door [name=factor]')");
            look(tab, "door");
            enter(tab, ".door [name=factor]", "000000");
            click(tab, ".door .main-action");
            tab.until("document.querySelector('.door .alert.bad')");
            enter(tab, ".door [name=factor]", app.code());
            click(tab, ".door .main-action");
            tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
        } finally {
            tab.close();
        }
    }

    private static void signIn(Tab tab, String password) {
        tab.until("document.querySelector('.door form input[type=password]')");
        enter(tab, ".door input[type=text]", "li.sample");
        enter(tab, ".door input[type=password]", password);
        click(tab, ".door .main-action");
    }

    /** Nothing is wrong with what the tab shows, and it is not wider than a telephone. */
    private static void look(Tab tab, String name) {
        assertThat(Axe.violations(tab)).as(name).isEmpty();
        assertThat(tab.evaluate("document.documentElement.scrollWidth > innerWidth")
                        .asBoolean())
                .as(name + " is wider than the screen")
                .isFalse();
        tab.screenshot(PICTURES.resolve(name + ".png"));
    }

    private static void click(Tab tab, String selector) {
        tab.until("document.querySelector('" + selector + "')");
        tab.evaluate("document.querySelector('" + selector + "').click()");
    }

    private static void enter(Tab tab, String selector, String value) {
        tab.until("document.querySelector('" + selector + "')");
        tab.evaluate(
                "(input => { input.value = '%s'; input.dispatchEvent(new Event('input')) })(document.querySelector('%s'))"
                        .formatted(value, selector));
    }

    private static String text(Tab tab, String selector) {
        return tab.evaluate("document.querySelector('" + selector + "').innerText")
                .asText();
    }

    /** What a camera reads off the screen. */
    private static String seen(Tab tab, Path file) throws IOException, ReaderException {
        tab.screenshot(file);
        BufferedImage screen = ImageIO.read(file.toFile());
        int[] pixels = screen.getRGB(0, 0, screen.getWidth(), screen.getHeight(), null, 0, screen.getWidth());
        LuminanceSource light = new RGBLuminanceSource(screen.getWidth(), screen.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
