package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** What Idempotency-Key, If-Match, If-None-Match and Accept-Encoding do, over the real PostgreSQL. */
class RequestHeadersTest {

    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
        server.site.overheat(71.5);
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void a_request_sent_again_with_its_key_is_done_once_and_answered_alike() {
        HttpResponse<String> first = post("/keys", "{\"name\":\"a\",\"role\":\"agent\"}", "k-1");
        HttpResponse<String> order =
                post("/equipment/sample-lift-2/commands", "{\"order\":{\"type\":\"Rebirth\"}}", "k-2");
        HttpResponse<String> again =
                post("/equipment/sample-lift-2/commands", "{\"order\":{\"type\":\"Rebirth\"}}", "k-2");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(order.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(server.get("/equipment/sample-lift-2/commands").body().split("\"Rebirth\"", -1))
                .hasSize(2);
    }

    @Test
    void a_secret_is_not_kept_for_a_second_telling() {
        String body = "{\"name\":\"b\",\"role\":\"agent\"}";
        assertThat(post("/keys", body, "k-3").body()).contains("wl_");
        assertThat(post("/keys", body, "k-3").statusCode()).isEqualTo(409);
        assertThat(server.get("/keys").body().split("\"name\":\"b\"", -1)).hasSize(2);
    }

    @Test
    void another_request_with_the_same_key_is_refused() {
        post("/keys", "{\"name\":\"c\",\"role\":\"agent\"}", "k-4");
        assertThat(post("/keys", "{\"name\":\"d\",\"role\":\"agent\"}", "k-4").statusCode())
                .isEqualTo(422);
        assertThat(post("/accounts", "{\"name\":\"c\",\"role\":\"agent\"}", "k-4")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_refusal_is_answered_alike_too() {
        assertThat(post("/tickets/77/close", "{}", "k-5").statusCode()).isEqualTo(404);
        HttpResponse<String> again = post("/tickets/77/close", "{}", "k-5");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void who_has_the_newest_is_told_so() {
        HttpResponse<String> models = server.get("/models");
        String tag = models.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.send(server.api("/models").header("If-None-Match", "\"x\", " + tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_ticket_that_was_changed_meanwhile_is_left_alone() {
        String tag = server.get("/tickets/1001").headers().firstValue("ETag").orElseThrow();
        assertThat(acknowledge(tag).statusCode()).isEqualTo(200);
        HttpResponse<String> late = server.send(server.api("/tickets/1001/resolve")
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"how\":\"?\"}")));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(server.get("/tickets/1001").body()).contains("\"Accepted\"").doesNotContain("\"Resolved\"");
    }

    @Test
    void an_account_that_was_changed_meanwhile_is_left_alone() {
        server.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}");
        String tag = tag("/accounts/li.sample");
        assertThat(matching("/accounts/li.sample/disable", tag).statusCode()).isEqualTo(200);
        assertThat(matching("/accounts/li.sample/enable", tag).statusCode()).isEqualTo(412);
        assertThat(matching("/accounts/li.sample/enable", "\"x\", " + tag("/accounts/li.sample"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(matching("/accounts/li.sample/disable", "*").statusCode()).isEqualTo(200);
        assertThat(matching("/accounts/li.sample/disable", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_register_that_was_changed_meanwhile_is_not_overwritten() {
        HttpResponse<String> file = server.get("/registers/customers?format=csv");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(tag("/registers/customers?format=xlsx")).isEqualTo(tag);
        String changed = file.body().replace("示例路1号", "示例路9号");
        assertThat(changed).isNotEqualTo(file.body());
        assertThat(importing(changed, tag).statusCode()).isEqualTo(200);
        assertThat(importing(file.body(), tag).statusCode()).isEqualTo(412);
        assertThat(server.get("/registers/customers").body()).contains("示例路9号");
    }

    @Test
    void of_many_who_saw_the_same_one_is_let_through_whichever_instance_they_reach(@TempDir Path data)
            throws InterruptedException {
        try (StoredSite shared = new StoredSite(data);
                SampleServer one = shared.server();
                SampleServer other = shared.server()) {
            one.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}");
            String tag =
                    one.get("/accounts/li.sample").headers().firstValue("ETag").orElseThrow();
            Queue<Integer> answers = new ConcurrentLinkedQueue<>();
            List<Thread> rivals = IntStream.range(0, 8)
                    .mapToObj(rival -> Thread.ofVirtual().start(() -> {
                        SampleServer reached = rival % 2 == 0 ? one : other;
                        answers.add(reached.send(reached.api("/accounts/li.sample/role")
                                        .header("If-Match", tag)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString("{\"role\":\"auditor\"}")))
                                .statusCode());
                    }))
                    .toList();
            for (Thread rival : rivals) {
                rival.join();
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412).hasSize(8);
        }
    }

    private static HttpResponse<String> importing(String sheet, String tag) {
        return server.send(server.api("/registers/customers?format=csv")
                .header("If-Match", tag)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString(sheet)));
    }

    private static HttpResponse<String> matching(String path, String tag) {
        return server.send(server.api(path).header("If-Match", tag).POST(BodyPublishers.noBody()));
    }

    private static String tag(String path) {
        return server.get(path).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void answers_are_compressed_for_who_wants_it() {
        HttpResponse<String> plain = server.get("/models");
        HttpResponse<String> packed = server.send(server.api("/models").header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length()).isLessThan(plain.body().length());
    }

    private static HttpResponse<String> acknowledge(String tag) {
        return server.send(
                server.api("/tickets/1001/acknowledge").header("If-Match", tag).POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> post(String path, String body, String key) {
        HttpRequest.Builder request = server.api(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        return server.send(request);
    }
}
