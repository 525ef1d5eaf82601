package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.desk.CommandDesk;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** Commands by the API. */
class CommandsApiTest {

    private static final String COMMANDS = "/equipment/sample-lift-1/commands";
    private static final String LIMIT = "{\"type\":\"SetLimit\",\"metric\":\"oil_temp\",\"value\":%s}";

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
    void a_command_is_entered_with_who_when_and_until_when_and_named_in_full() {
        JsonNode command = entered(
                "{\"order\":" + LIMIT.formatted("66.5") + ",\"expiresIn\":\"PT1H\",\"by\":\"Li\",\"key\":\"k1\"}");
        assertThat(command.at("/order/failureMode").asText()).isEqualTo("OVERHEATING");
        assertThat(command.at("/order/value").asDouble()).isEqualTo(66.5);
        assertThat(command.at("/by/name").asText()).isEqualTo("Li");
        assertThat(command.path("key").asText()).isEqualTo("k1");
        assertThat(command.path("expires").asText()).isEqualTo("2026-01-05T03:00:00Z");
        assertThat(command.at("/state/type").asText()).isEqualTo("Queued");
        assertThat(listed().path("id")).isEqualTo(command.path("id"));
    }

    @Test
    void the_payload_of_a_custom_command_is_json_in_and_out() {
        String payload = "{\"colour\":\"red\",\"blinks\":[1,2.5,null]}";
        JsonNode command = entered("{\"order\":{\"type\":\"Custom\",\"name\":\"lamp\",\"payload\":" + payload + "}}");
        assertThat(command.at("/order/payload")).hasToString(payload);
    }

    @Test
    void the_same_key_enters_one_command_and_a_different_one_under_it_is_refused() {
        String order = "{\"key\":\"k1\",\"order\":" + LIMIT + "}";
        JsonNode first = entered(order.formatted("65"));
        assertThat(entered(order.formatted("65")).path("id")).isEqualTo(first.path("id"));
        assertThat(server.post(COMMANDS, order.formatted("66")).statusCode()).isEqualTo(409);
        assertThat(SampleServer.json(server.get(COMMANDS)).path("items")).hasSize(1);
    }

    @Test
    void what_the_model_does_not_allow_is_refused_with_the_reason() {
        assertRefused(LIMIT.formatted("200"), "the limit of oil_temp may be set from 62.0 to 75.0, not to 200.0");
        assertRefused(
                "{\"type\":\"SetLimit\",\"metric\":\"speed\",\"value\":1}",
                "model two-post-lift has no metric 'speed'");
        assertRefused("{\"type\":\"InhibitStart\",\"reason\":\"  \"}", "why the machine must not start is not said");
        assertRefused("{\"type\":\"InhibitStart\"}", "");
        assertRefused("{\"type\":\"Explode\"}", "");
    }

    @Test
    void a_machine_that_nobody_registered_gets_no_command() {
        assertThat(server.post("/equipment/nobody/commands", "{\"order\":{\"type\":\"Rebirth\"}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_time_that_is_none_or_too_long_is_refused() {
        for (String time : new String[] {"soon", "PT0S", "-PT5M", "P8D"}) {
            String body = "{\"order\":{\"type\":\"Rebirth\"},\"expiresIn\":\"" + time + "\"}";
            assertThat(server.post(COMMANDS, body).statusCode()).as(time).isEqualTo(400);
        }
    }

    @Test
    void who_asked_who_cancelled_and_what_the_device_said_all_the_same_stay_on_record() {
        String id = entered("{\"order\":{\"type\":\"Rebirth\"},\"by\":\"Li\"}")
                .path("id")
                .asText();
        HttpResponse<String> cancelled = server.post("/commands/" + id + "/cancel", "{\"by\":\"Wang\"}");
        assertThat(SampleServer.json(cancelled).at("/state/by/name").asText()).isEqualTo("Wang");
        assertThat(server.post("/commands/" + id + "/cancel", "{}").statusCode())
                .isEqualTo(409);

        new CommandDesk(server.site.desk)
                .answered(new CommandAnswer(SampleSite.LIFT, new CommandId(UUID.fromString(id)), false, "moving"));
        JsonNode command = SampleServer.json(server.get("/commands/" + id));
        assertThat(command.at("/state/reason").asText()).isEqualTo("moving");
        assertThat(command.path("events").findValuesAsText("type"))
                .containsSubsequence("Cancelled", "Operator", "Refused");
    }

    private JsonNode entered(String body) {
        HttpResponse<String> response = server.post(COMMANDS, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }

    private JsonNode listed() {
        return SampleServer.json(server.get(COMMANDS)).at("/items/0");
    }

    private void assertRefused(String order, String reason) {
        HttpResponse<String> response = server.post(COMMANDS, "{\"order\":" + order + "}");
        assertThat(response.statusCode()).as(order).isEqualTo(400);
        assertThat(SampleServer.json(response).path("detail").asText()).contains(reason);
    }
}
