package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

/** The roster through the API, over the real PostgreSQL. */
class RosterApiTest {

    private StoredSite stored;
    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
    }

    @AfterEach
    void stop() {
        server.close();
        stored.close();
    }

    @Test
    void no_minute_is_uncovered_until_everybody_is_away_for_one() {
        JsonNode covered = json(server.get("/roster/coverage"));
        assertThat(covered.path("minutes").asInt()).isEqualTo(30 * 24 * 60);
        assertThat(covered.path("gaps")).isEmpty();
        for (JsonNode engineer : json(server.get("/roster/duty")).path("engineers")) {
            assertThat(server.post(
                                    "/roster/absences",
                                    "{\"staff\":\"" + engineer.path("id").asText()
                                            + "\",\"from\":\"2026-01-06T02:00:00Z\",\"until\":\"2026-01-06T02:01:00Z\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        JsonNode gaps = json(server.get("/roster/coverage")).path("gaps");
        assertThat(gaps).hasSize(1);
        assertThat(gaps.at("/0/until").asText()).isEqualTo("2026-01-06T02:01:00Z");
        assertThat(server.post(
                                "/roster/overrides",
                                "{\"order\":[\"nobody\"],\"from\":\"2026-01-06T02:00:00Z\",\"until\":\"2026-01-06T03:00:00Z\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leave_that_repeats_in_a_calendar_of_another_zone_is_read_and_duty_goes_out_as_a_calendar() {
        String leave = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//sample//EN",
                "BEGIN:VEVENT",
                "UID:1",
                "SUMMARY:Sample course",
                "DTSTART;TZID=Europe/Berlin:20260107T090000",
                "DTEND;TZID=Europe/Berlin:20260107T100000",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        JsonNode read = json(server.send(server.api("/roster/staff/e1/calendar").POST(BodyPublishers.ofString(leave))));
        assertThat(read.path("items")).hasSize(3);
        assertThat(read.at("/items/2/from").asText()).isEqualTo("2026-01-21T08:00:00Z");
        String duty = server.get("/roster/staff/e1/calendar?days=5").body();
        assertThat(duty).contains("BEGIN:VEVENT").contains("DTEND:20260107T080000Z");
        assertThat(server.send(server.api("/roster/staff/e1/calendar").POST(BodyPublishers.ofString("nonsense")))
                        .statusCode())
                .isEqualTo(400);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }
}
