package wrenchline.dashboard.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** axe-core against WCAG 2.2 AA, run in a page that stands. */
final class Axe {

    private static final String SCRIPT = script();

    private Axe() {}

    /** What axe finds wrong with what {@code tab} shows, three places of each rule at most. */
    static List<String> violations(Tab tab) {
        return violations(tab, "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']");
    }

    /** What it finds wrong with the colours, which are all that night changes. */
    static List<String> colours(Tab tab) {
        return violations(tab, "{ type: 'rule', values: ['color-contrast'] }");
    }

    private static List<String> violations(Tab tab, String rules) {
        if (!tab.evaluate("'axe' in window").asBoolean()) {
            tab.evaluate(SCRIPT);
        }
        List<String> said = new ArrayList<>();
        tab.evaluate("""
                axe.run(document, { runOnly: %s, resultTypes: ['violations'] }).then(({ violations }) =>
                  violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(node => id + ' ' + node.target.join(' ') + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? ''))))
                """.formatted(rules)).forEach(one -> said.add(one.asText()));
        return said;
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe-core").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException("reading axe-core", lost);
        }
    }
}
