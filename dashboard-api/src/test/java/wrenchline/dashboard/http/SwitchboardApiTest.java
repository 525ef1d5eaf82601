package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.dashboard.SampleServer;

/** The switchboard over real HTTP: what an operator does there has effects. */
class SwitchboardApiTest {

    private static final String CUSTOMER = "13900000001";

    private SampleServer server;
    private Path data;

    @BeforeEach
    void start(@TempDir Path folder) {
        data = folder;
        server = new SampleServer(folder);
        server.site.call("1.1", CUSTOMER, "101", Duration.ofMinutes(2));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_shows_who_calls_now_and_what_is_owed_by_when() {
        server.site.calls.began(new CallId("1.2"), CUSTOMER, "4008001234", server.clock.instant());
        JsonNode board = board();
        assertThat(board.at("/calls/0/id").asText()).isEqualTo("1.2");
        assertThat(board.at("/calls/0/customer").asText()).isNotEmpty();
        assertThat(board.at("/callbacks/0/number").asText()).isEqualTo(CUSTOMER);
        assertThat(board.at("/callbacks/0/clock/secondsLeft").asLong()).isEqualTo(28 * 60);
        assertThat(board.path("staff").size()).isPositive();
    }

    @Test
    void whoever_takes_a_callback_over_is_rung_at_once_and_that_stands_in_the_evidence() {
        String staff = board().at("/staff/1/id").asText();
        JsonNode taken = act("take-over", "{\"staff\":\"" + staff + "\",\"by\":\"li\"}");
        assertThat(taken.at("/state/offers/0/staff/id").asText()).isEqualTo(staff);
        assertThat(server.site.nextOrder())
                .hasValueSatisfying(order -> assertThat(order)
                        .isInstanceOfSatisfying(
                                PhoneOrder.RingStaff.class,
                                ring -> assertThat(ring.staff().id().value()).isEqualTo(staff)));
        assertThat(board().at("/callbacks/0/acts/0/act").asText()).isEqualTo("took-over");
        assertThat(board().at("/callbacks/0/acts/0/who").asText()).isEqualTo("li");
    }

    @Test
    void nobody_off_the_roster_is_ever_rung() {
        assertThat(post("take-over", "{\"staff\":\"stranger\"}").statusCode()).isEqualTo(409);
        assertThat(server.site.nextOrder()).isEmpty();
    }

    @Test
    void who_calls_without_the_product_says_so_first_and_then_that_they_have_talked() {
        String staff = board().at("/staff/0/id").asText();
        act("take-over", "{\"staff\":\"" + staff + "\",\"how\":\"MYSELF\"}");
        JsonNode talked = act("take-over", "{\"staff\":\"" + staff + "\",\"how\":\"TALKED\"}");
        assertThat(talked.at("/state/type").asText()).isEqualTo("Claimed");
        assertThat(server.get("/notices").body()).contains(CUSTOMER);
    }

    @Test
    void a_note_stands_with_the_callback() {
        act("notes", "{\"text\":\"asks for the foreman\"}");
        assertThat(board().at("/callbacks/0/acts/0/text").asText()).isEqualTo("asks for the foreman");
    }

    @Test
    void a_wrong_number_is_never_rung_again_and_the_right_one_goes_on_by_the_same_clock() {
        JsonNode before = board().at("/callbacks/0");
        JsonNode next = act("wrong-number", "{\"number\":\"139 0000 0002\"}");
        assertThat(next.path("number").asText()).isEqualTo("13900000002");
        assertThat(next.path("promise")).isEqualTo(before.path("promise"));
        assertThat(next.path("began")).isEqualTo(before.path("began"));
        assertThat(board().path("callbacks").size()).isEqualTo(1);
    }

    @Test
    void without_a_right_number_the_promise_stays_owed() {
        act("wrong-number", "{}");
        assertThat(board().path("callbacks").size()).isZero();
        assertThat(server.get("/promises").body()).contains("\"CALLBACK\"").contains("Running");
    }

    @Test
    void a_recording_is_drawn() throws IOException {
        ByteBuffer sound = ByteBuffer.allocate(44 + 8000 * 2).order(ByteOrder.LITTLE_ENDIAN);
        sound.putShort(44 + 4000 * 2, (short) 16_384);
        Files.createDirectories(data.resolve("recordings"));
        Files.write(data.resolve("recordings/a.wav"), sound.array());
        server.site.calls.note(
                new CallId("1.1"),
                new CallNote.Recorded(new Recording("recordings/a.wav", "0".repeat(64), Duration.ofSeconds(1))));
        JsonNode wave = SampleServer.json(server.get("/recordings/calls/1.1/waveform"));
        assertThat(wave.path("seconds").asDouble()).isEqualTo(1.0);
        assertThat(wave.path("peaks").size()).isEqualTo(400);
        assertThat(wave.at("/peaks/200").asInt()).isEqualTo(50);
        assertThat(wave.at("/peaks/199").asInt()).isZero();
        assertThat(server.get("/recordings/calls/none/waveform").statusCode()).isEqualTo(404);
    }

    private JsonNode board() {
        return SampleServer.json(server.get("/switchboard"));
    }

    private JsonNode act(String what, String body) {
        var response = post(what, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }

    private HttpResponse<String> post(String what, String body) {
        return server.post("/callbacks/" + board().at("/callbacks/0/id").asText() + "/" + what, body);
    }
}
