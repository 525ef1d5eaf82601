package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** Lists are filtered, sorted and paged by the fields of their items. */
class ListingTest {

    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pages_together_are_the_whole_list_in_order() {
        List<String> all = ids(get("/equipment?sort=-serialNumber"));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/equipment?sort=-serialNumber&page=2" + cursor);
            paged.addAll(ids(page));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        assertThat(ids(get("/equipment?sort=serialNumber"))).isEqualTo(all.reversed());
    }

    @Test
    void what_came_meanwhile_neither_hides_nor_repeats_anything() {
        server.post("/accounts", "{\"name\":\"bb\",\"role\":\"agent\"}");
        server.post("/accounts", "{\"name\":\"dd\",\"role\":\"agent\"}");
        String cursor = get("/accounts?page=1").path("next").asText();
        server.post("/accounts", "{\"name\":\"aa\",\"role\":\"agent\"}");
        server.post("/accounts", "{\"name\":\"cc\",\"role\":\"agent\"}");
        assertThat(get("/accounts?cursor=" + cursor).path("items").findValuesAsText("name"))
                .containsExactly("cc", "dd");
    }

    @Test
    void items_are_chosen_by_their_fields() {
        assertThat(ids(get("/equipment?filter=customer:sample-fleet-b,model:two-post-lift")))
                .containsExactly("sample-lift-2", "sample-lift-4");
        assertThat(ids(get("/equipment?filter=model:none"))).isEmpty();
    }

    @Test
    void a_cursor_of_nothing_is_refused() {
        assertThat(server.get("/equipment?cursor=bm90aGluZw").statusCode()).isEqualTo(400);
        assertThat(server.get("/equipment?sort=a%20b").statusCode()).isEqualTo(400);
        assertThat(server.get("/equipment?page=0").statusCode()).isEqualTo(400);
    }

    private JsonNode get(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
