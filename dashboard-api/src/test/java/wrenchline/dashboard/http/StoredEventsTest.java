package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.dashboard.SampleServer;

/** The stream of events over the real PostgreSQL, whose transactions end in another order than they began. */
@Timeout(180)
class StoredEventsTest {

    private static final EquipmentId LIFT = new EquipmentId("sample-lift-1");
    private static final int WRITERS = 4;
    private static final int TICKETS_EACH = 20;

    @Test
    void no_ticket_is_missed_while_many_write_and_the_listener_is_cut_off_again_and_again(@TempDir Path data)
            throws Exception {
        try (StoredSite stored = new StoredSite(data);
                SampleServer server = stored.server()) {
            List<Thread> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> Thread.ofVirtual().start(() -> raise(server, writer)))
                    .toList();
            List<Long> positions = new ArrayList<>();
            List<String> opened = new ArrayList<>();
            String last = "0";
            while (opened.size() < WRITERS * TICKETS_EACH) {
                try (EventSource source = new EventSource(server, "/events", last)) {
                    for (int taken = 0; taken < 50 && opened.size() < WRITERS * TICKETS_EACH; taken++) {
                        EventSource.Event event = source.next("change");
                        last = event.id();
                        positions.add(Long.parseLong(last));
                        if (event.data().contains("\"subject\":\"ticket\"")
                                && event.data().contains("Opened")) {
                            opened.add(event.data().replaceAll(".*\"id\":\"(\\d+)\".*", "$1"));
                        }
                    }
                }
            }
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(positions).isSorted().doesNotHaveDuplicates();
            assertThat(new TreeSet<>(opened)).isEqualTo(tickets(server)).hasSameSizeAs(opened);
        }
    }

    private static void raise(SampleServer server, int writer) {
        TelemetryDesk desk = new TelemetryDesk(server.site.desk);
        for (int number = 0; number < TICKETS_EACH; number++) {
            var now = server.clock.instant();
            // A ticket for each: one machine of the register, and a failure mode of its own.
            String mode = "SAMPLE_" + writer + "_" + number;
            desk.on(new Finding.Raised(LIFT, mode, Severity.MAJOR, "oil_temp", 71.5, 70, now, now));
        }
    }

    private static Set<String> tickets(SampleServer server) {
        List<String> ids = new ArrayList<>();
        SampleServer.json(server.get("/tickets?limit=500"))
                .path("items")
                .forEach(ticket -> ids.add(ticket.path("id").asText()));
        return new TreeSet<>(ids);
    }
}
