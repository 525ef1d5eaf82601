package wrenchline.dashboard.page;

import java.nio.file.Path;
import java.util.List;

/**
 * Takes screenshots of a running page for whoever works on it, in both languages, by day, by night and on a telephone:
 * {@code Shots http://127.0.0.1:PORT/#code=… FOLDER machines tickets/1001 …}.
 */
final class Shots {

    private Shots() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        try (Chromium chromium = Chromium.start()) {
            Tab tab = chromium.tab();
            tab.size(1440, 900, false);
            tab.open(arguments[0]);
            tab.until("document.querySelector('.main h1')");
            for (String language : List.of("zh", "en")) {
                tab.evaluate("document.documentElement.lang === '" + language
                        + "' || document.getElementById('language').click()");
                for (String view : List.of(arguments).subList(2, arguments.length)) {
                    pictures(tab, view, folder.resolve(view.replace('/', '-') + "-" + language));
                }
            }
            tab.complaints().forEach(System.out::println);
        }
    }

    private static void pictures(Tab tab, String view, Path name) {
        tab.evaluate("location.hash = '#/" + view + "'; new Promise(done => setTimeout(done, 900))");
        shoot(tab, name + "-light.png");
        tab.dark(true);
        shoot(tab, name + "-dark.png");
        tab.dark(false);
        tab.size(390, 844, true);
        shoot(tab, name + "-phone.png");
        tab.size(1440, 900, false);
    }

    private static void shoot(Tab tab, String file) {
        tab.evaluate("new Promise(done => setTimeout(done, 300))");
        tab.screenshot(Path.of(file));
    }
}
