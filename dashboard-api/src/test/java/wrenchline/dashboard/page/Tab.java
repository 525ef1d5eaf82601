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

    void open(String address) {
        call("Page.navigate", Map.of("url", address));
        evaluate("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))");
    }

    /** Waits until the JavaScript expression is true, woken by every change of the document. */
    void until(String expression) {
        evaluate("""
                new Promise((resolve, reject) => {
                  const test = () => { try { return (%s) } catch { return false } }
                  if (test()) return resolve(true)
                  const observer = new MutationObserver(() => { if (test()) { observer.disconnect(); resolve(true) } })
                  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
                  setTimeout(() => { observer.disconnect(); reject(new Error(document.body.innerText.slice(0, 2000))) }, 30000)
                })
                """.formatted(expression));
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
            default -> throw new IllegalArgumentException("pressing " + key + ": no such key is known here");
        };
        String text = key.equals("Enter") ? "\r" : "";
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
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
