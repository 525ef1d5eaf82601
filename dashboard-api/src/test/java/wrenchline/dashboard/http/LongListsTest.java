package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.dashboard.SampleServer;

/** Calls, callbacks, notices and promises are filtered, sorted and paged over all there are, by the real PostgreSQL. */
class LongListsTest {

    private static final int CALLS = 130;

    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
        for (int number = 0; number < CALLS; number++) {
            String caller = number % 2 == 0 ? "13900000001" : "1391%07d".formatted(number);
            server.site.call("17675784%02d.17".formatted(number), caller, "", Duration.ofSeconds(number / 3 * 7L));
        }
        server.clock.advance(Duration.ofMinutes(20));
        server.site.sweep();
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @ParameterizedTest
    @CsvSource({
        "calls, began",
        "calls, caller",
        "calls, ended",
        "calls, ticket",
        "callbacks, began",
        "callbacks, number",
        "callbacks, state.type",
        "notices, created",
        "notices, to",
        "notices, kind",
        "promises, deadline",
        "promises, clause.id",
        "promises, ticket"
    })
    void pages_together_are_the_whole_list_in_order(String list, String field) {
        List<JsonNode> all = all("/" + list + "?limit=1000&sort=" + field);
        assertThat(pages("/" + list + "?limit=17&sort=" + field)).isEqualTo(all);
        assertThat(pages("/" + list + "?page=31&sort=-" + field)).isEqualTo(all.reversed());
        Function<JsonNode, String> value =
                item -> item.at("/" + field.replace('.', '/')).asText();
        assertThat(all).hasSizeGreaterThan(60).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(value));
    }

    @Test
    void a_filter_looks_at_all_there_are_and_not_at_the_newest() {
        String oldest =
                all("/calls?sort=began&limit=1").getFirst().path("caller").asText();
        assertThat(all("/calls?limit=5&filter=caller:" + oldest)).isNotEmpty();
        List<JsonNode> some = pages("/calls?limit=7&filter=caller:13900000001,outcome:ticket");
        assertThat(some)
                .hasSize(CALLS / 2)
                .allMatch(call -> call.path("caller").asText().equals("13900000001"));
        assertThat(pages("/promises?limit=9&filter=state.type:running,clause.id:hotline-callback-30min"))
                .hasSize(pages("/callbacks").size());
    }

    @Test
    void without_an_order_the_most_urgent_promises_and_the_newest_calls_come_first() {
        List<JsonNode> promises = pages("/promises?limit=13");
        assertThat(promises)
                .isEqualTo(all("/promises?limit=1000"))
                .isSortedAccordingTo(
                        Comparator.comparing(promise -> promise.path("deadline").asText()));
        assertThat(pages("/calls?limit=13")).isEqualTo(all("/calls?limit=1000&sort=-began"));
    }

    @Test
    void what_comes_between_two_pages_neither_hides_nor_repeats_anything() {
        JsonNode first = get("/calls?limit=10");
        server.site.call("1767579999.99", "13900000077", "", Duration.ZERO);
        List<JsonNode> rest = rest(first.path("next").asText());
        List<JsonNode> both = new ArrayList<>(items(first));
        both.addAll(rest);
        assertThat(both)
                .doesNotHaveDuplicates()
                .hasSize(all("/calls?limit=1000").size() - 1);
    }

    @Test
    void what_is_no_field_and_no_cursor_of_the_list_is_refused() {
        assertThat(server.get("/calls?sort=version").statusCode()).isEqualTo(400);
        assertThat(server.get("/calls?filter=details:x").statusCode()).isEqualTo(400);
        assertThat(server.get("/calls?cursor=bm90aGluZw").statusCode()).isEqualTo(400);
        String next = get("/calls?limit=1&sort=caller").path("next").asText();
        assertThat(server.get("/calls?sort=began&cursor=" + next).statusCode()).isEqualTo(400);
        assertThat(server.get("/promises?cursor=" + next).statusCode()).isEqualTo(400);
    }

    private static List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + cursor);
            items.addAll(items(page));
            cursor = page.path("next").isNull()
                    ? ""
                    : (path.contains("?") ? "&" : "?") + "cursor="
                            + page.path("next").asText();
        } while (!cursor.isEmpty());
        return items;
    }

    private static List<JsonNode> rest(String cursor) {
        return all("/calls?limit=1000&cursor=" + cursor);
    }

    private static List<JsonNode> all(String path) {
        return items(get(path));
    }

    private static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        return items;
    }

    private static JsonNode get(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }
}
