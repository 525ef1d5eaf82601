package wrenchline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One page of the browser. */
final class Tab {

    private final DevTools tools;
    private final String session;

    Tab(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
    }

    /** Runs {@code script} in every page that is opened from now on, before any script of its own. */
    void before(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void open(String address) {
        call("Page.navigate", Map.of("url", address));
        evaluate("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))");
    }

    /** Waits until the JavaScript expression is true, woken by every change of the document; a page that loads again is waited for. */
    void until(String expression) {
        String waiting = """
                new Promise((resolve, reject) => {
                  const test = () => { try { return (%s) } catch { return false } }
                  if (test()) return resolve(true)
                  const observer = new MutationObserver(() => { if (test()) { observer.disconnect(); resolve(true) } })
                  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
                  setTimeout(() => { observer.disconnect(); reject(new Error(document.body.innerText.slice(0, 2000))) }, 30000)
                })
                """.formatted(expression);
        try {
            evaluate(waiting);
        } catch (IllegalStateException lost) {
            if (!String.valueOf(lost.getMessage()).contains("navigated")) {
                throw lost;
            }
            until(expression);
        }
    }

    /** The value of a JavaScript expression; of a promise, once it is kept. */
    JsonNode evaluate(String expression) {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(
                    expression + "\n" + result.path("exceptionDetails").toPrettyString());
        }
        return result.path("result").path("value");
    }

    void size(int width, int height, boolean phone) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
    }

    /** Takes the network away, or gives it back. */
    void offline(boolean offline) {
        call("Network.enable", Map.of());
        call(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Draws a line across the element. */
    void drag(String selector) {
        JsonNode box = evaluate("(() => { const box = document.querySelector('" + selector
                + "').getBoundingClientRect(); return [box.x + box.width / 4, box.y + box.height / 2] })()");
        double x = box.path(0).asDouble();
        double y = box.path(1).asDouble();
        mouse("mousePressed", x, y);
        for (int step = 1; step <= 10; step++) {
            mouse("mouseMoved", x + 12 * step, y + (step % 2 == 0 ? 12 : -12));
        }
        mouse("mouseReleased", x + 120, y);
    }

    private void mouse(String type, double x, double y) {
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    void dark(boolean dark) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void screenshot(Path file) {
        String image = call("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asText();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(image));
        } catch (IOException broken) {
            throw new UncheckedIOException("writing the screenshot " + file, broken);
        }
    }

    /** Presses and lets go of one key, such as {@code Tab}, {@code Enter} or {@code Escape}. */
    void press(String key) {
        int code = switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "Escape" -> 27;
            case "ArrowDown" -> 40;
            case "ArrowLeft" -> 37;
            case "/", "?" -> 191;
            case "+" -> 187;
            case "0" -> 48;
            default -> throw new IllegalArgumentException("pressing " + key + ": no such key is known here");
        };
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Turns the wheel over the middle of what {@code selector} finds; below zero away from the reader. */
    void wheel(String selector, int delta) {
        JsonNode middle = middle(selector);
        call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        "mouseWheel",
                        "x",
                        middle.path("x").asDouble(),
                        "y",
                        middle.path("y").asDouble(),
                        "deltaX",
                        0,
                        "deltaY",
                        delta));
    }

    /** Drags the mouse over the middle of what {@code selector} finds, from one share of its width to another. */
    void drag(String selector, double from, double to) {
        JsonNode middle = middle(selector);
        double left = middle.path("x").asDouble() - middle.path("width").asDouble() / 2;
        for (String type : List.of("mouseMoved", "mousePressed", "mouseMoved", "mouseReleased")) {
            boolean before = type.equals("mousePressed");
            double share = before ? from : to;
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            left + middle.path("width").asDouble() * share,
                            "y",
                            middle.path("y").asDouble(),
                            "button",
                            "left",
                            "buttons",
                            type.equals("mouseReleased") ? 0 : 1,
                            "clickCount",
                            1));
        }
    }

    /** Moves two fingers on what {@code selector} finds from {@code narrow} pixels apart to {@code wide}. */
    void pinch(String selector, int narrow, int wide) {
        JsonNode middle = middle(selector);
        for (String type : List.of("touchStart", "touchMove", "touchEnd")) {
            int apart = type.equals("touchStart") ? narrow : wide;
            List<Map<String, Object>> fingers = type.equals("touchEnd")
                    ? List.of()
                    : List.of(finger(middle, -apart / 2.0, 0), finger(middle, apart / 2.0, 1));
            call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", fingers));
        }
    }

    private static Map<String, Object> finger(JsonNode middle, double right, int id) {
        return Map.of(
                "x", middle.path("x").asDouble() + right, "y", middle.path("y").asDouble(), "id", id);
    }

    private JsonNode middle(String selector) {
        return evaluate("""
                (found => {
                  found.scrollIntoView({ block: 'center' })
                  const { x, y, width, height } = found.getBoundingClientRect()
                  return { x: x + width / 2, y: y + height / 2, width }
                })(document.querySelector("%s"))
                """.formatted(selector));
    }

    /**
     * The number that the browser gives to {@code metric}, such as {@code JSHeapUsedSize}; times are what the thread really worked, not
     * how long it waited for a processor.
     */
    double measure(String metric) {
        call("Performance.enable", Map.of("timeDomain", "threadTicks"));
        for (JsonNode one : call("Performance.getMetrics", Map.of()).path("metrics")) {
            if (one.path("name").asText().equals(metric)) {
                return one.path("value").asDouble();
            }
        }
        throw new IllegalStateException("the browser does not measure " + metric);
    }

    void collectGarbage() {
        call("HeapProfiler.collectGarbage", Map.of());
    }

    /** Counts from now on what comes over the network. */
    void watchNetwork() {
        call("Network.enable", Map.of());
        call("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    }

    /** Bytes that came over the network, as they were sent: compressed, with their headers. */
    long received() {
        return events("Network.loadingFinished")
                .mapToLong(
                        event -> event.path("params").path("encodedDataLength").asLong())
                .sum();
    }

    /** How many answers came. */
    long answers() {
        return events("Network.loadingFinished").count();
    }

    /** What the browser complained of: script errors, refused content, failed requests. */
    List<String> complaints() {
        List<String> logged = events("Log.entryAdded")
                .map(event -> event.path("params").path("entry"))
                .filter(entry -> entry.path("level").asText().equals("error"))
                .map(entry ->
                        entry.path("text").asText() + " " + entry.path("url").asText())
                .toList();
        List<String> thrown = events("Runtime.exceptionThrown")
                .map(event -> event.path("params").path("exceptionDetails").toString())
                .toList();
        return Stream.concat(logged.stream(), thrown.stream()).toList();
    }

    /** Closes the page, so that it asks for nothing more. */
    void close() {
        call("Page.close", Map.of());
    }

    private Stream<JsonNode> events(String method) {
        return tools.events(method).stream()
                .filter(event -> event.path("sessionId").asText().equals(session));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(method, parameters, session);
    }
}
