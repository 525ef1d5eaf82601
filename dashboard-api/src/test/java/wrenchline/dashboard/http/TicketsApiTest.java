package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.ticket.TicketId;
import wrenchline.dashboard.SampleServer;

/** What people do with tickets through the API, over the real PostgreSQL. */
class TicketsApiTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};
    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void a_ticket_goes_the_whole_way_from_the_report_to_the_end() {
        long id = open("whole-way", "{\"equipment\":\"sample-lift-1\",\"report\":{\"text\":\"no lift\"}}");
        String code = String.valueOf(server.site.ticket(new TicketId(id)).arrivalCode());
        assertThat(show(id).path("arrivalCode").isNull())
                .as("the customer alone has the code")
                .isTrue();
        assertThat(state(id)).isEqualTo("Assigned");
        assertThat(show(id).at("/events/0/event/reason/zh").asText()).isNotEmpty();
        tell(id, "{\"type\":\"Triaged\",\"severity\":\"CRITICAL\",\"note\":\"danger\"}");
        tell(id, "{\"type\":\"Accepted\",\"staff\":\"e1\"}");
        tell(id, "{\"type\":\"SetOut\",\"staff\":\"e1\"}");
        assertThat(server.post(
                                "/tickets/" + id + "/events",
                                "{\"type\":\"Arrived\",\"customerCode\":\"" + other(code) + "\"}")
                        .statusCode())
                .isEqualTo(409);
        tell(id, "{\"type\":\"Arrived\",\"staff\":\"e1\",\"customerCode\":\"" + code + "\"}");
        tell(id, "{\"type\":\"Diagnosed\",\"finding\":\"seal\",\"solution\":\"new seal\"}");
        tell(
                id,
                "{\"type\":\"Classified\",\"failureMode\":\"LEAK\",\"mechanism\":\"LEAKAGE\",\"cause\":\"WEAR_AND_TEAR\"}");
        tell(id, "{\"type\":\"PartSwapped\",\"part\":\"seal\",\"serialOut\":\"A1\",\"serialIn\":\"B2\"}");
        tell(id, "{\"type\":\"TakenAway\",\"serialNumber\":\"S1\",\"receipt\":\"R7\"}");
        assertThat(server.post("/tickets/" + id + "/resolve", "{\"how\":\"x\"}").statusCode())
                .isEqualTo(409);
        tell(id, "{\"type\":\"Returned\",\"receivedBy\":\"Sample\",\"receipt\":\"R7\"}");
        assertThat(server.post("/tickets/" + id + "/resolve", "{\"how\":\"x\"}").statusCode())
                .isEqualTo(200);
        tell(id, "{\"type\":\"Confirmed\",\"customer\":\"Sample\"}");
        tell(id, "{\"type\":\"Reopened\",\"reason\":\"it leaks again\"}");
        tell(id, "{\"type\":\"SolvedByPhone\",\"how\":\"valve closed\"}");
        assertThat(server.post("/tickets/" + id + "/close", "{}").statusCode()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("Closed");
        assertThat(show(id).path("notices").toString()).contains("****").doesNotContain(code);
    }

    @Test
    void candidates_are_weighed_before_one_is_chosen() {
        long id = open("weighed", "{\"equipment\":\"sample-lift-1\",\"report\":{\"text\":\"no lift\"}}");
        String asked = show(id).at("/state/to").asText();
        tell(id, "{\"type\":\"Refused\",\"staff\":\"" + asked + "\",\"reason\":\"away\"}");
        JsonNode candidates =
                SampleServer.json(server.get("/tickets/" + id + "/candidates")).path("items");
        JsonNode first = candidates.get(0);
        assertThat(first.path("staff")).isEqualTo(show(id).at("/state/to"));
        assertThat(first.path("against").isNull()).isTrue();
        assertThat(first.path("load").asInt()).as("it was given to them").isPositive();
        assertThat(first.path("travel").asText()).startsWith("PT");
        JsonNode last = candidates.get(candidates.size() - 1);
        assertThat(last.path("staff").asText()).isEqualTo(asked);
        assertThat(last.at("/against/en").asText()).contains("refused");
        assertThat(server.get("/tickets/99999/candidates").statusCode()).isEqualTo(404);
    }

    @Test
    void who_wants_help_now_does_not_wait_for_the_ladder() {
        long id = open("help", "{\"equipment\":\"sample-lift-1\",\"report\":{\"text\":\"no lift\"}}");
        int before = show(id).path("notices").size();
        tell(id, "{\"type\":\"Escalated\",\"reason\":\"the customer stands in the yard\"}");
        JsonNode after = show(id);
        assertThat(after.path("notices").size()).isGreaterThan(before);
        JsonNode event =
                after.path("events").get(after.path("events").size() - 1).path("event");
        assertThat(event.path("type").asText()).isEqualTo("Escalated");
        assertThat(event.at("/by/name").asText()).isEqualTo("operator");
        tell(id, "{\"type\":\"SolvedByPhone\",\"how\":\"valve closed\"}");
        server.post("/tickets/" + id + "/close", "{}");
        assertThat(server.post("/tickets/" + id + "/events", "{\"type\":\"Escalated\",\"reason\":\"?\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void asking_twice_with_one_key_opens_one_ticket() {
        String body = "{\"report\":{\"text\":\"how do I level it?\"},\"kind\":\"USE_QUESTION\"}";
        assertThat(open("twice", body)).isEqualTo(open("twice", body));
        assertThat(openAs("twice", "{\"report\":{\"text\":\"something else\"}}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoever_saw_an_older_version_changes_nothing() {
        long id = open("versions", "{\"report\":{\"text\":\"noise\"}}");
        HttpResponse<String> seen = server.get("/tickets/" + id);
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        assertThat(contact(id, tag).statusCode()).isEqualTo(200);
        assertThat(contact(id, tag).statusCode()).isEqualTo(412);
        assertThat(server.send(server.api("/tickets/" + id + "/events")
                                .header("If-Match", "whatever")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"type\":\"SetOut\"}")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_merged_ticket_goes_on_as_the_other_and_no_clock_is_lost() {
        long first = open("merge-1", "{\"report\":{\"text\":\"a\"},\"severity\":\"MINOR\"}");
        long second = open("merge-2", "{\"report\":{\"text\":\"a\"},\"severity\":\"CRITICAL\"}");
        tell(second, "{\"type\":\"Merged\",\"into\":" + first + "}");
        assertThat(state(second)).isEqualTo("Merged");
        assertThat(deadlines(first)).contains(deadlines(second).getFirst());
        assertThat(show(second).path("promises").toString()).doesNotContain("Running");
        assertThat(server.post("/tickets/" + second + "/events", "{\"type\":\"SetOut\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(server.post("/tickets/" + first + "/events", "{\"type\":\"Merged\",\"into\":999999}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void photos_are_kept_as_what_they_are_and_nothing_else_is_taken() {
        long id = open("photo", "{\"report\":{\"text\":\"see photo\"}}");
        HttpResponse<String> kept = attach(id, PNG);
        assertThat(kept.statusCode()).isEqualTo(200);
        JsonNode attachment = SampleServer.json(kept);
        assertThat(attachment.path("type").asText()).isEqualTo("image/png");
        HttpResponse<String> back = server.get(
                "/tickets/" + id + "/attachments/" + attachment.path("sha256").asText());
        assertThat(back.headers().map())
                .containsEntry("content-type", List.of("image/png"))
                .containsEntry("content-disposition", List.of("attachment; filename*=UTF-8''%E7%85%A7%E7%89%87.png"));
        assertThat(attach(id, "<script>".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(attach(id, new byte[10 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
    }

    @Test
    void nobody_can_be_quoted_a_part_that_the_register_does_not_have() {
        long id = open("priced", "{\"equipment\":\"sample-lift-1\",\"report\":{\"text\":\"leaks\"}}");
        HttpResponse<String> unknown = server.post("/tickets/" + id + "/quote", "{\"parts\":[{\"part\":\"X-1\"}]}");
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(unknown.body()).contains("no part 'X-1'");
        assertThat(server.post("/tickets/" + id + "/quote", "{\"parts\":[{\"part\":\"X-1\",\"unitCents\":1}]}")
                        .statusCode())
                .as("costs are not typed by hand")
                .isEqualTo(400);
        assertThat(SampleServer.json(server.get("/tickets/" + id + "/entitlement"))
                        .at("/entitlement/ground")
                        .asText())
                .isEqualTo("WITHIN_WARRANTY");
    }

    private static HttpResponse<String> attach(long id, byte[] content) {
        return server.send(server.api("/tickets/" + id + "/attachments?name=%E7%85%A7%E7%89%87.png")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private static HttpResponse<String> contact(long id, String tag) {
        return server.send(server.api("/tickets/" + id + "/events")
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"type\":\"Contacted\",\"channel\":\"EMAIL\",\"text\":\"asked again\"}")));
    }

    private static String other(String code) {
        return code.equals("0000") ? "0001" : "0000";
    }

    private static List<String> deadlines(long id) {
        return show(id).path("promises").findValuesAsText("deadline").stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static HttpResponse<String> openAs(String key, String body) {
        return server.send(server.api("/tickets")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static long open(String key, String body) {
        HttpResponse<String> opened = openAs(key, body);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        return SampleServer.json(opened).path("id").asLong();
    }

    private static void tell(long id, String event) {
        HttpResponse<String> told = server.post("/tickets/" + id + "/events", event);
        assertThat(told.statusCode()).as(event + told.body()).isEqualTo(200);
    }

    private static JsonNode show(long id) {
        return SampleServer.json(server.get("/tickets/" + id));
    }

    private static String state(long id) {
        return show(id).at("/state/type").asText();
    }
}
