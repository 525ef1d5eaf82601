package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    /** More than the buffers of a connection hold. */
    private static final int FLOOD = 100_000;

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

    @Test
    void who_hears_nothing_for_long_because_nothing_is_theirs_hears_a_heartbeat() throws Exception {
        String key = SampleServer.json(
                        server.post("/keys", "{\"name\":\"a\",\"role\":\"customer\",\"customer\":\"sample-garage-a\"}"))
                .path("key")
                .asText();
        try (EventSource live = EventSource.of(server, "/events", key)) {
            live.next("ready");
            server.clock.advance(Duration.ofSeconds(16));
            server.site.devices.heard(new EquipmentId("sample-lift-2"), server.clock.instant());
            assertThat(live.next("")).isEqualTo(new EventSource.Event("", "", ""));
        }
    }

    @Test
    void who_takes_nothing_is_not_read_ahead_for_holds_up_nobody_and_resumes_without_loss() throws Exception {
        MemoryChanges changes = (MemoryChanges) server.site.changes;
        for (int change = 0; change < FLOOD; change++) {
            changes.append(server.clock.instant(), "ticket", "1001", "Accepted");
        }
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(8 * 1024);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    URI.create(server.address()).getPort()));
            slow.getOutputStream()
                    .write(("GET /api/v1/events?after=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + SampleServer.TOKEN + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            while (changes.readers().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(read(new ArrayList<>(), "0")).isEqualTo(FLOOD);
            assertThat(changes.readers())
                    .as("for the slow one no more is read than the network takes")
                    .hasSize(2)
                    .anyMatch(position -> position < FLOOD / 2);
            List<Long> seen = new ArrayList<>();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
            while (seen.size() < 1_000) {
                String line = lines.readLine();
                if (line.startsWith("id: ") && !line.equals("id: 0")) {
                    seen.add(Long.parseLong(line.substring(4)));
                }
            }
            read(seen, seen.getLast().toString());
            assertThat(seen).isEqualTo(LongStream.rangeClosed(1, FLOOD).boxed().toList());
        }
    }

    /** Reads all changes after {@code last}; the newest of them. */
    private long read(List<Long> seen, String last) throws Exception {
        try (EventSource live = new EventSource(server, "/events", last)) {
            long id = 0;
            while (id < FLOOD) {
                id = Long.parseLong(live.next("change").id());
                seen.add(id);
            }
            return id;
        }
    }
}
