package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** What a search finds, and which machines are said to fail next; over the real PostgreSQL. */
class SearchApiTest {

    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
        server.site.overheat(71.5);
        server.site.call("1767578400.17", "13900000002", "102", Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void a_machine_is_found_by_its_name_in_either_language_its_serial_number_and_its_code() {
        for (String known : new String[] {"1号双柱", "two-post LIFT 1", "sample-101", "101", "lift-1"}) {
            assertThat(search(known).at("/machines").toString()).as(known).contains("sample-lift-1");
        }
    }

    @Test
    void a_customer_is_found_by_name_and_number_with_machines_and_their_tickets() {
        for (String known : new String[] {"示例车队", "3900000002"}) {
            JsonNode found = search(known);
            assertThat(found.at("/customers/0/customer/id").asText()).as(known).isEqualTo("sample-fleet-b");
            assertThat(found.at("/customers/0/machines").toString()).contains("sample-lift-2", "sample-compressor-2");
            assertThat(found.at("/machines").toString()).doesNotContain("sample-lift-1\"");
            assertThat(found.at("/tickets/0/equipment").asText()).isEqualTo("sample-lift-2");
        }
    }

    @Test
    void a_ticket_is_found_by_its_number_and_a_call_by_a_part_of_the_callers() {
        assertThat(search("1001").at("/tickets/0/id").asLong()).isEqualTo(1001);
        assertThat(search("0000002").at("/calls/0/caller").asText()).isEqualTo("13900000002");
        assertThat(search("00000").at("/calls").size()).isEqualTo(1);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        for (String unknown : new String[] {"nothing of that name", "%", "99999999999999999999999"}) {
            JsonNode found = search(unknown);
            assertThat(found.findValues("id")).as(unknown).isEmpty();
            assertThat(found.at("/machines")).as(unknown).isEmpty();
        }
        assertThat(server.get("/search?q=").statusCode()).isEqualTo(400);
    }

    @Test
    void machines_at_risk_are_told_with_the_soonest_first_and_their_newest_score() {
        server.site.foresee();
        JsonNode risks = SampleServer.json(server.get("/risks")).at("/items");
        assertThat(risks).hasSize(1);
        assertThat(risks.at("/0/equipment").asText()).isEqualTo("sample-compressor-1");
        assertThat(risks.at("/0/soonest")).isEqualTo(risks.at("/0/courses/0/forecast/likely"));
        assertThat(risks.at("/0/wear")).hasSize(1);
        assertThat(risks.at("/0/score/value").asDouble()).isEqualTo(0.83);
    }

    private static JsonNode search(String sought) {
        return SampleServer.json(server.get("/search?q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8)));
    }
}
