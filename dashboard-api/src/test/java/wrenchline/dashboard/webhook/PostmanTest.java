package wrenchline.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.HttpSettings;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Changes;
import wrenchline.core.webhook.Delivery;
import wrenchline.core.webhook.Webhook;
import wrenchline.core.webhook.Webhooks;
import wrenchline.dashboard.StoredDatabases;
import wrenchline.dashboard.wire.Wire;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;

/** Another system is told of every change, whatever happens on the way. */
class PostmanTest {

    private record Got(String id, String time, String signature, String body) {}

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T02:00:00Z"));
    private final List<Change> journal = new ArrayList<>();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private Webhooks webhooks;
    private HttpServer subscriber;
    private Postman postman;

    @BeforeEach
    void start() throws IOException {
        database = StoredDatabases.fresh(clock);
        webhooks = database.webhooks();
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/hook", this::take);
        subscriber.start();
        postman = new Postman(vertx, webhooks, changes(), clock, HttpSettings.Webhooks.INNER);
    }

    @AfterEach
    void stop() {
        postman.close();
        subscriber.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }

    @Test
    void a_change_arrives_as_a_signed_cloud_event() throws Exception {
        Webhook webhook = subscribe(Set.of("ticket"));
        change("ticket", "1001", "Accepted");
        change("call", "1.1", "Ended");
        rounds();
        assertThat(got).hasSize(1);
        JsonNode event = Wire.read(got.getFirst().body().getBytes(StandardCharsets.UTF_8));
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("wrenchline.ticket.Accepted");
        assertThat(event.path("subject").asText()).isEqualTo("ticket/1001");
        assertThat(event.path("id").asText()).isEqualTo(got.getFirst().id());
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(webhook.secret().substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = got.getFirst().id() + "." + got.getFirst().time() + "."
                + got.getFirst().body();
        assertThat(got.getFirst().signature())
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void what_was_not_taken_is_tried_again_later_with_the_same_id() throws Exception {
        subscribe(Set.of());
        answers.add(500);
        change("ticket", "1001", "Accepted");
        rounds();
        rounds();
        assertThat(got).as("not before its time").hasSize(1);
        clock.advance(Duration.ofSeconds(10));
        rounds();
        assertThat(got).hasSize(2);
        assertThat(got.get(1).id()).isEqualTo(got.get(0).id());
        assertThat(webhooks.page(Delivery.State.DELIVERED, Long.MAX_VALUE, 9)).hasSize(1);
    }

    @Test
    void what_is_never_taken_is_given_up_and_can_be_replayed() throws Exception {
        subscribe(Set.of());
        change("ticket", "1001", "Accepted");
        for (int attempt = 0; attempt < Delivery.ATTEMPTS; attempt++) {
            answers.add(attempt % 2 == 0 ? 503 : 302);
            rounds();
            clock.advance(Duration.ofHours(13));
        }
        List<Delivery> dead = webhooks.page(Delivery.State.DEAD, Long.MAX_VALUE, 9);
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().trouble()).isEqualTo("it answered 302");
        rounds();
        assertThat(got).hasSize(Delivery.ATTEMPTS);
        webhooks.keep(dead.getFirst().again(clock.instant()));
        rounds();
        assertThat(got).hasSize(Delivery.ATTEMPTS + 1);
        assertThat(webhooks.page(Delivery.State.DEAD, Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void an_attempt_that_the_end_of_the_product_cut_off_is_made_again() throws Exception {
        Webhook webhook = subscribe(Set.of());
        change("ticket", "1001", "Accepted");
        webhooks.enqueue(webhook.id(), List.copyOf(journal), 1, clock.instant());
        assertThat(webhooks.take(webhook.id(), clock.instant(), 9)).hasSize(1);
        rounds();
        assertThat(got).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        rounds();
        assertThat(got).hasSize(1);
    }

    @Test
    void only_the_public_internet_is_reached_unless_it_is_configured() throws Exception {
        Webhook webhook = subscribe(Set.of());
        change("ticket", "1001", "Accepted");
        try (Postman careful = new Postman(vertx, webhooks, changes(), clock, HttpSettings.Webhooks.PUBLIC)) {
            assertThat(careful.subscribe(webhook.url(), Set.of(), "a")).isInstanceOf(Postman.Subscribed.Refused.class);
            await(careful.round());
        }
        assertThat(got).isEmpty();
        assertThat(webhooks.page(Delivery.State.WAITING, Long.MAX_VALUE, 9)
                        .getFirst()
                        .trouble())
                .contains("must be https");
    }

    private Webhook subscribe(Set<String> subjects) {
        String url = "http://127.0.0.1:" + subscriber.getAddress().getPort() + "/hook";
        return switch (postman.subscribe(url, subjects, "tests")) {
            case Postman.Subscribed.Done(Webhook webhook) -> webhook;
            case Postman.Subscribed.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    private void change(String subject, String id, String event) {
        journal.add(new Change(journal.size() + 1L, clock.instant(), subject, id, event));
    }

    private void rounds() throws Exception {
        await(postman.round());
    }

    private static void await(List<Future<?>> rounds) throws Exception {
        for (Future<?> round : rounds) {
            round.get();
        }
    }

    private Changes changes() {
        return new Changes() {
            @Override
            public List<Change> after(long position, int atMost) {
                return journal.stream()
                        .filter(change -> change.position() > position)
                        .limit(atMost)
                        .toList();
            }

            @Override
            public long newest() {
                return journal.size();
            }
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = answers.isEmpty() ? 204 : answers.poll();
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", "/hook");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
