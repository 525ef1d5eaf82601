package wrenchline.dashboard.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wrenchline.core.desk.Change;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Sequence;
import wrenchline.core.webhook.Delivery;
import wrenchline.dashboard.DemoMain;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** A site where every page has something to show, and a tab that is signed in. */
final class EveryPage implements AutoCloseable {

    final SampleServer server;
    final Tab tab;

    EveryPage(Path data) {
        server = new SampleServer(data);
        DemoMain.past(server.site);
        server.site.books(60, new Sequence(90, List.of(new Sequence.Gap(17, 19)), 1, 0, 0), Duration.ofMillis(90_012));
        server.site.listUnknown("lift-77");
        var now = server.clock.instant();
        server.site.devices.keep(
                new DeviceEvent(SampleSite.LIFT, now.minusSeconds(900), now, "E042", Severity.MINOR, "示例故障码"));
        programs();
        server.post("/complaints", """
                {"category": "CONDUCT", "channel": "LETTER", "name": "Sample", "number": "13900000001", "text": "the price was not told before"}
                """);
        tab = Chromium.shared().tab();
        tab.size(1440, 900, false);
    }

    /** An account, a key, and a system that takes nothing any more. */
    private void programs() {
        server.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}");
        server.post("/keys", "{\"name\":\"sample stock system\",\"role\":\"agent\",\"scopes\":[\"tickets:read\"]}");
        server.post("/webhooks", "{\"url\":\"http://127.0.0.1:9/hook\",\"subjects\":[\"ticket\"]}");
        UUID hook = server.site.webhooks.all().getFirst().id();
        var now = server.clock.instant();
        Change change = new Change(1, now, "ticket", "1001", "Opened");
        // Too late to be tried by the real postman.
        server.site.webhooks.enqueue(hook, List.of(change), Long.MAX_VALUE / 2, now.plus(Duration.ofDays(9_000)));
        Delivery waiting = server.site
                .webhooks
                .page(Delivery.State.WAITING, Long.MAX_VALUE, 1)
                .getFirst();
        server.site.webhooks.keep(new Delivery(
                waiting.number(), hook, change, Delivery.State.DEAD, Delivery.ATTEMPTS, now, "it answered 500"));
    }

    /** Signs in; the page stands at what is urgent now. */
    void signIn() {
        tab.open(server.codes.link(server.address()));
        tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
    }

    /** The addresses of all pages. */
    List<String> views() {
        List<String> views = new ArrayList<>(List.of("now", "machines", "machines/sample-lift-1"));
        views.addAll(List.of("machines/sample-compressor-1", "tickets", "tickets/1002", "tickets/1003"));
        views.addAll(List.of("switchboard", "calls", "complaints", "complaints/5001"));
        views.addAll(List.of("promises?clause=response-2h&month=2026-01", "roster", "messages", "devices"));
        views.add("quarantine");
        views.add("quarantine/"
                + SampleServer.json(server.get("/quarantine")).at("/items/0/id").asText());
        views.addAll(List.of("ledger", "audit", "settings?file=policy.yaml&line=8", "access", "account", "wall"));
        return views;
    }

    /** Goes to {@code view} and waits until it shows what it has. */
    void go(String view) {
        tab.evaluate("location.hash = '#/" + view + "'");
        tab.until(
                "!document.querySelector('.main > p.quiet, .main > div > p.quiet:only-child') && document.querySelector('#main h1')");
        // The busy ones draw after that; two frames are enough for what is asked of them here.
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    void language(String language) {
        tab.evaluate(
                "document.documentElement.lang === '" + language + "' || document.getElementById('language').click()");
        tab.until("document.documentElement.lang === '" + language + "'");
    }

    @Override
    public void close() {
        tab.close();
        server.close();
    }
}
