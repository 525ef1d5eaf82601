package wrenchline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Text can be read: WCAG 2.2 level AA asks for a contrast of 4.5 (success criterion 1.4.3). */
class ContrastTest {

    private static final Path COLOURS = Path.of("src/main/resources/wrenchline/dashboard/web/style/base.css");
    private static final Pattern COLOUR =
            Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");
    private static final double LEAST = 4.5;

    /** Each colour of text and the grounds on which it stands. */
    private static final Map<String, String[]> PAIRS = Map.of(
            "text", new String[] {"ground", "panel", "sunken"},
            "quiet", new String[] {"ground", "panel", "sunken"},
            "accent", new String[] {"ground", "panel", "accent-soft"},
            "on-accent", new String[] {"accent"},
            "good", new String[] {"panel", "good-soft"},
            "warn", new String[] {"panel", "warn-soft"},
            "bad", new String[] {"panel", "bad-soft"});

    @Test
    void every_text_has_contrast_enough_by_day_and_by_night() throws IOException {
        String css = Files.readString(COLOURS);
        assertReadable("light", colours(css, 2));
        assertReadable("dark", colours(css, 3));
    }

    private static void assertReadable(String theme, Map<String, Integer> colours) {
        PAIRS.forEach((text, grounds) -> {
            for (String ground : grounds) {
                double contrast = contrast(colours.getOrDefault(text, 0), colours.getOrDefault(ground, 0));
                assertThat(contrast).as(theme + ": " + text + " on " + ground).isGreaterThanOrEqualTo(LEAST);
            }
        });
    }

    private static Map<String, Integer> colours(String css, int which) {
        Map<String, Integer> colours = new HashMap<>();
        COLOUR.matcher(css)
                .results()
                .forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(which), 16)));
        return colours;
    }

    private static double contrast(int one, int other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
    }

    private static double channel(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
