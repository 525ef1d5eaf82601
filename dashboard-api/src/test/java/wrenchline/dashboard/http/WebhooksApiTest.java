package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.webhook.Delivery;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.MemoryChanges;

/** Webhooks and their dead letters as an integrator uses them: by HTTP alone. */
@Timeout(60)
class WebhooksApiTest {

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger answer = new AtomicInteger(500);
    private HttpServer subscriber;
    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        server = new SampleServer(data);
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
            taken.incrementAndGet();
        });
        subscriber.start();
    }

    @AfterEach
    void stop() {
        server.close();
        subscriber.stop(0);
    }

    @Test
    void what_was_given_up_is_listed_and_sent_again_when_somebody_asks_for_it() {
        JsonNode hook = SampleServer.json(server.post(
                "/webhooks",
                "{\"url\":\"http://127.0.0.1:" + subscriber.getAddress().getPort()
                        + "/hook\",\"subjects\":[\"ticket\"]}"));
        assertThat(hook.path("secret").asText()).startsWith("whsec_");
        assertThat(server.get("/webhooks").body())
                .contains(hook.path("id").asText())
                .doesNotContain("whsec_");
        ((MemoryChanges) server.site.changes).append(server.clock.instant(), "ticket", "1001", "Accepted");
        for (int attempt = 1; attempt <= Delivery.ATTEMPTS; attempt++) {
            waitForAttempt(attempt);
            server.clock.advance(Duration.ofHours(13));
        }
        JsonNode dead = waitFor("DEAD");
        assertThat(dead.path("trouble").asText()).isEqualTo("it answered 500");
        assertThat(dead.path("attempts").asInt()).isEqualTo(Delivery.ATTEMPTS);

        answer.set(204);
        String replay = "/webhooks/deliveries/" + dead.path("number").asText() + "/replay";
        assertThat(SampleServer.json(server.post(replay, "{}")).path("state").asText())
                .isEqualTo("WAITING");
        waitForAttempt(Delivery.ATTEMPTS + 1);
        assertThat(waitFor("DELIVERED").path("number")).isEqualTo(dead.path("number"));
        assertThat(server.post(replay, "{}").statusCode()).isEqualTo(409);
        assertThat(server.post("/webhooks/deliveries/999/replay", "{}").statusCode())
                .isEqualTo(404);
    }

    private void waitForAttempt(int number) {
        while (taken.get() < number) {
            Thread.onSpinWait();
        }
    }

    /** The one delivery, as soon as it is in {@code state}. */
    private JsonNode waitFor(String state) {
        JsonNode items = SampleServer.json(server.get("/webhooks/deliveries?state=" + state))
                .path("items");
        while (items.isEmpty()) {
            items = SampleServer.json(server.get("/webhooks/deliveries?state=" + state))
                    .path("items");
        }
        return items.get(0);
    }
}
