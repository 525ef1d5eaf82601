package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.dashboard.SampleServer;

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
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int change = 0; change < CHANGES; change++) {
                server.site.changes.append(server.clock.instant(), "ticket", "1001", "Accepted");
                Thread.yield();
            }
        });
        List<Long> seen = new ArrayList<>();
        String last = "0";
        while (seen.size() < CHANGES) {
            try (Connection connection = new Connection("/events", last)) {
                int wanted = Math.min(seen.size() + 700, CHANGES);
                while (seen.size() < wanted) {
                    Event event = connection.next("change");
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
        try (Connection live = new Connection("/events", "")) {
            assertThat(live.next("ready").id()).isEqualTo(Long.toString(before));
            server.site.call("1.1", "13900000001", "", Duration.ZERO);
            assertThat(live.next("change").id()).isEqualTo(Long.toString(before + 1));
        }
        try (Connection past = new Connection("/events?after=0", "")) {
            assertThat(past.next("change").data()).contains("\"subject\":\"ticket\"", "\"event\":\"Opened\"");
        }
    }

    @Test
    void newest_values_and_the_state_of_the_parts_pass_by() throws Exception {
        try (Connection live = new Connection("/events", "")) {
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
        try (Connection live = new Connection("/events", "999999")) {
            assertThat(live.next("ready").id()).isEqualTo("0");
        }
    }

    private record Event(String id, String name, String data) {}

    /** Reads one stream. */
    private final class Connection implements AutoCloseable {
        private final Stream<String> stream;
        private final Iterator<String> lines;

        Connection(String path, String lastEventId) throws IOException, InterruptedException {
            var request = server.api(path);
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<Stream<String>> response =
                    server.client().send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            stream = response.body();
            lines = stream.iterator();
        }

        /** The next event called {@code name}. */
        Event next(String name) {
            while (true) {
                Event event = next();
                if (event.name().equals(name)) {
                    return event;
                }
            }
        }

        private Event next() {
            String id = "";
            String event = "";
            String data = "";
            for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                if (line.startsWith("id:")) {
                    id = value;
                } else if (line.startsWith("event:")) {
                    event = value;
                } else if (line.startsWith("data:")) {
                    data = value;
                }
            }
            return new Event(id, event, data);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
