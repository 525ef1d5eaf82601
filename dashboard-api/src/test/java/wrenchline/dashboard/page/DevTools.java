package wrenchline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Speaks the Chrome DevTools Protocol over its WebSocket. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable WebSocket socket;

    static DevTools connect(String address) {
        DevTools tools = new DevTools();
        tools.socket = tools.client
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), tools)
                .join();
        return tools;
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        return call(method, parameters, "");
    }

    /** Calls {@code method} in {@code session} and waits for its result. */
    JsonNode call(String method, Map<String, ?> parameters, String session) {
        int id = last.incrementAndGet();
        Map<String, Object> request = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            request.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        synchronized (this) {
            open().sendText(write(request), true).join();
        }
        JsonNode response = answer.orTimeout(60, TimeUnit.SECONDS).join();
        if (response.has("error")) {
            throw new IllegalStateException(method + ": " + response.path("error"));
        }
        return response.path("result");
    }

    /** Everything that the browser told of its own accord under {@code method}. */
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
        message.append(data);
        if (complete) {
            take(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            CompletableFuture<JsonNode> answer = waiting.remove(json.path("id").asInt(-1));
            if (answer == null) {
                events.add(json);
            } else {
                answer.complete(json);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("reading what the browser said", broken);
        }
    }

    @Override
    public void close() {
        open().abort();
        client.shutdownNow();
    }

    private WebSocket open() {
        if (socket == null) {
            throw new IllegalStateException("the browser is not connected");
        }
        return socket;
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
