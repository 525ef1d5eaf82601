package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.MemoryChanges;

/** The stream of events over real HTTP. */
@Timeout(60)
class EventStreamTest {

    private static final int CHANGES = 3_000;

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
    void a_listener_that_is_cut_off_again_and_again_loses_no_change() throws Exception {
        MemoryChanges changes = (MemoryChanges) server.site.changes;
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int change = 0; change < CHANGES; change++) {
                changes.append(server.clock.instant(), "ticket", "1001", "Accepted");
            }
        });
        List<Long> seen = new ArrayList<>();
        String last = "0";
        while (seen.size() < CHANGES) {
            try (EventSource connection = new EventSource(server, "/events", last)) {
                int wanted = Math.min(seen.size() + 700, CHANGES);
                while (seen.size() < wanted) {
                    EventSource.Event event = connection.next("change");
                    seen.add(Long.parseLong(event.id()));
                    last = event.id();
                }
            }
        }
        writer.join();
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, CHANGES).boxed().toList());
    }

    @Test
    void a_new_listener_hears_only_what_is_new_and_may_ask_for_more() throws Exception {
        server.site.overheat(71.5);
        long before = server.site.changes.newest();
        try (EventSource live = new EventSource(server, "/events", "")) {
            assertThat(live.next("ready").id()).isEqualTo(Long.toString(before));
            server.site.call("1.1", "13900000001", "", Duration.ZERO);
            assertThat(live.next("change").id()).isEqualTo(Long.toString(before + 1));
        }
        try (EventSource past = new EventSource(server, "/events?after=0", "")) {
            assertThat(past.next("change").data()).contains("\"subject\":\"ticket\"", "\"event\":\"Opened\"");
        }
    }

    @Test
    void newest_values_and_the_state_of_the_parts_pass_by() throws Exception {
        try (EventSource live = new EventSource(server, "/events", "")) {
            assertThat(live.next("vitals").data()).contains("Asterisk is not installed");
            server.site.oilTemperature(server.clock.instant(), 7, 63.5);
            assertThat(live.next("readings").data()).contains("\"metric\":\"oil_temp\"", "63.5");
            server.parts = List.of(Health.Part.up("database", true));
            String vitals = live.next("vitals").data();
            while (vitals.contains("Asterisk")) {
                vitals = live.next("vitals").data();
            }
            assertThat(vitals).contains("\"database\"");
        }
    }

    @Test
    void a_position_of_another_database_begins_anew() throws Exception {
        try (EventSource live = new EventSource(server, "/events", "999999")) {
            assertThat(live.next("ready").id()).isEqualTo("0");
        }
    }

    @Test
    void a_customer_hears_of_what_is_its_own_and_resumes_behind_what_is_not() throws Exception {
        String key = SampleServer.json(
                        server.post("/keys", "{\"name\":\"a\",\"role\":\"customer\",\"customer\":\"sample-garage-a\"}"))
                .path("key")
                .asText();
        server.site.call("1.1", "13900000002", "102", Duration.ZERO);
        server.site.overheat(71.5);
        String own;
        try (EventSource live = EventSource.of(server, "/events?after=0", key)) {
            EventSource.Event first = live.next("change");
            own = first.data();
            assertThat(own).contains("\"subject\":\"ticket\"", "\"1002\"");
            server.site.devices.heard(new EquipmentId("sample-lift-2"), server.clock.instant());
            server.site.oilTemperature(server.clock.instant(), 7, 63.5);
            assertThat(live.next("devices").data()).contains("sample-lift-1").doesNotContain("sample-lift-2");
        }
        try (EventSource again = EventSource.of(server, "/events?after=1", key)) {
            assertThat(again.next("change").data()).isEqualTo(own);
        }
    }
}
