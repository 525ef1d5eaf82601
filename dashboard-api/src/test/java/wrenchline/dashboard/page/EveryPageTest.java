package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What holds for every page: axe finds nothing against WCAG 2.2 AA, nothing is wider than a telephone, and no text is left
 * untranslated. In each language, by day and by night, at a desk and on a telephone.
 */
@Tag("peer")
@Tag("chromium")
@Timeout(240)
class EveryPageTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "every");

    private static EveryPage pages;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        pages = new EveryPage(data);
        pages.tab.before(resource("said.js"));
        pages.signIn();
    }

    @AfterAll
    static void stop() {
        var complaints = pages.tab.complaints();
        pages.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh,light,desk",
        "zh,light,phone",
        "zh,dark,desk",
        "zh,dark,phone",
        "en,light,desk",
        "en,light,phone",
        "en,dark,desk",
        "en,dark,phone"
    })
    void axe_finds_nothing_and_nothing_is_wider_than_the_screen(String language, String colours, String size) {
        boolean phone = size.equals("phone");
        pages.tab.size(phone ? 390 : 1440, phone ? 844 : 900, phone);
        boolean dark = colours.equals("dark");
        pages.tab.dark(dark);
        pages.language(language);
        List<String> found = new ArrayList<>();
        for (String view : pages.views()) {
            pages.go(view);
            (dark ? Axe.colours(pages.tab) : Axe.violations(pages.tab))
                    .forEach(violation -> found.add(view + ": " + violation));
            if (pages.tab
                    .evaluate("document.documentElement.scrollWidth > innerWidth")
                    .asBoolean()) {
                found.add(view + " is wider than the screen");
            }
            String name = view.replaceAll("\\?.*", "").replaceAll("[^a-z0-9]+", "-");
            pages.tab.screenshot(PICTURES.resolve(name + "-" + language + "-" + colours + "-" + size + ".png"));
        }
        assertThat(found).isEmpty();
    }

    /**
     * All English texts are put into brackets. What then stands on a page outside of brackets, and did not come from the server, was
     * written into the page itself.
     */
    @Test
    void no_text_is_left_untranslated() throws IOException {
        pages.tab.size(1440, 900, false);
        pages.language("zh");
        pages.tab.evaluate(resource("bracket.js"));
        pages.language("en");
        List<String> found = new ArrayList<>();
        for (String view : pages.views()) {
            pages.go(view);
            for (JsonNode text : pages.tab.evaluate(resource("untranslated.js"))) {
                found.add(view + ": " + text.asText());
            }
        }
        pages.tab.evaluate("window.unbracket()");
        assertThat(found).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = EveryPageTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
