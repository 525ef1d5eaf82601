package wrenchline.dashboard.page;

import java.nio.file.Path;

/** Takes screenshots of a running page for whoever works on it: {@code Shots http://127.0.0.1:PORT/#code=…}. */
final class Shots {

    private Shots() {}

    public static void main(String[] arguments) {
        try (Chromium chromium = Chromium.start()) {
            Tab tab = chromium.tab();
            tab.size(1440, 900, false);
            tab.open(arguments[0]);
            tab.until("document.querySelector('.main h1')");
            for (String view : new String[] {
                "machines", "machines/sample-lift-1", "tickets", "tickets/1002", "calls", "messages", "quarantine"
            }) {
                tab.evaluate("location.hash = '#/" + view + "'; new Promise(done => setTimeout(done, 900))");
                String name = view.replace('/', '-');
                for (boolean dark : new boolean[] {false, true}) {
                    tab.dark(dark);
                    tab.evaluate("new Promise(done => setTimeout(done, 200))");
                    tab.screenshot(Path.of("target/shots/" + name + (dark ? "-dark" : "-light") + ".png"));
                }
                tab.size(390, 844, true);
                tab.evaluate("new Promise(done => setTimeout(done, 300))");
                tab.screenshot(Path.of("target/shots/" + name + "-phone.png"));
                tab.size(1440, 900, false);
            }
            tab.complaints().forEach(System.out::println);
        }
    }
}
