package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.http.Health;

/** Takes the pictures of the README; with {@code -Dreadme.pictures=../docs/images} right into their place. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class ReadmePicturesTest {

    private static final Path FOLDER = Path.of(System.getProperty("readme.pictures", "target/screenshots/readme"));

    @Test
    void the_pictures_show_the_page_as_it_is(@TempDir Path data) throws IOException {
        try (EveryPage pages = new EveryPage(data)) {
            pages.server.parts = List.of(Health.Part.up("database", true), Health.Part.up("hotline", false));
            pages.signIn();
            pages.tab.until("!document.querySelector('.alerts') && document.querySelector('[data-risk]')");
            pages.tab.screenshot(FOLDER.resolve("page.zh-CN.png"));
            pages.language("en");
            pages.tab.screenshot(FOLDER.resolve("page.png"));
            pages.go("machines/sample-compressor-1?metric=vibration");
            pages.tab.until("document.querySelector('.explorer canvas') && document.querySelector('.outlook')");
            // What the chart draws is no change of the document; the answer that it waits for is asked for by its point
            // table.
            pages.tab.evaluate("document.querySelector('.points summary').click()");
            pages.tab.until("document.querySelector('.points tbody td')");
            pages.tab.evaluate("document.querySelector('.points summary').click()");
            pages.tab.screenshot(FOLDER.resolve("machine.png"));
            pages.go("tickets/1003");
            pages.tab.until("document.querySelector('[data-evidence=Recorded]')");
            pages.tab.screenshot(FOLDER.resolve("proof.png"));
        }
        for (String name : List.of("page.png", "page.zh-CN.png", "machine.png", "proof.png")) {
            assertThat(Files.size(FOLDER.resolve(name))).as(name).isGreaterThan(20_000);
        }
    }
}
