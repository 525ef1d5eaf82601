package wrenchline.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.payload.Sender;

class IngestTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private Site site = new Site(InstantSource.fixed(NOW));
    private final BlockingQueue<Outcome> acknowledged = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void nothing_is_acknowledged_before_the_history_has_it() throws InterruptedException {
        site.history.close();
        send("lift-01", "telemetry", reading(NOW, 50));
        next(site.history.calls);
        assertThat(acknowledged).isEmpty();
        site.history.open();
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.history.kept()).hasSize(1);
    }

    @Test
    void what_queues_up_during_one_write_is_the_next_write() throws InterruptedException {
        site.history.close();
        send("lift-01", "telemetry", reading(NOW, 50));
        assertThat(next(site.history.calls)).hasSize(1);
        for (int index = 1; index <= 100; index++) {
            send("lift-01", "telemetry", reading(NOW.plusMillis(index), 50));
        }
        site.history.open();
        assertThat(next(site.history.calls)).hasSize(100);
    }

    @Test
    void an_outage_of_the_history_delays_the_acknowledgement_and_loses_nothing() throws InterruptedException {
        site.history.fail(5);
        send("lift-01", "telemetry", reading(NOW, 50));
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.history.calls).hasSize(6);
        assertThat(site.ingest.snapshot())
                .returns(1L, IngestSnapshot::received)
                .returns(1L, IngestSnapshot::stored)
                .returns(1L, IngestSnapshot::acknowledged)
                .returns(1L, IngestSnapshot::commits);
    }

    @Test
    void what_cannot_be_understood_is_in_quarantine_when_it_is_acknowledged() throws InterruptedException {
        send("lift-01", "telemetry", "temperature=5");
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        Quarantined quarantined = site.quarantine.messages.remove();
        assertThat(quarantined.topic()).isEqualTo("equipment/lift-01/telemetry");
        assertThat(quarantined.payload()).asString().isEqualTo("temperature=5");
        assertThat(quarantined.source()).isEqualTo("test");
    }

    @Test
    void what_a_device_answers_to_a_command_is_with_the_desk_when_it_is_acknowledged() throws InterruptedException {
        UUID command = UUID.randomUUID();
        site.deskFailures.set(1);
        send("lift-01", "command/ack", "{\"id\": \"" + command + "\", \"ok\": true}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.answers.remove())
                .isEqualTo(new CommandAnswer(new EquipmentId("lift-01"), new CommandId(command), true, ""));
    }

    @Test
    void an_array_with_a_bad_element_is_kept_and_quarantined() throws InterruptedException {
        send("lift-01", "telemetry", "[{\"values\": {\"a\": 1}}, {\"values\": {\"a\": \"hot\"}}]");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.history.kept()).hasSize(1);
        assertThat(site.quarantine.messages.remove().reason()).contains("element 1");
    }

    @Test
    void the_one_message_that_the_history_refuses_goes_to_quarantine_alone() throws InterruptedException {
        site.history.refuse(reading -> reading.values().containsKey("poison"));
        site.history.close();
        send("lift-01", "telemetry", reading(NOW, 50));
        next(site.history.calls);
        send("lift-01", "telemetry", reading(NOW.plusMillis(1), 50));
        send("lift-01", "telemetry", "{\"values\": {\"poison\": 1}}");
        send("lift-01", "telemetry", reading(NOW.plusMillis(2), 50));
        site.history.open();
        assertThat(List.of(next(acknowledged), next(acknowledged), next(acknowledged), next(acknowledged)))
                .containsExactly(Outcome.KEPT, Outcome.KEPT, Outcome.BAD_PAYLOAD, Outcome.KEPT);
        assertThat(site.history.kept()).hasSize(3);
        assertThat(site.quarantine.messages.remove().reason()).contains("the history refuses it");
    }

    @Test
    void a_full_lane_slows_its_source_and_says_when_it_has_room() throws InterruptedException {
        site = Site.withLanesOf(10_000);
        site.history.close();
        CountDownLatch room = new CountDownLatch(1);
        int taken = 0;
        while (send("lift-01", "telemetry", reading(Instant.now(), 50), room::countDown)) {
            taken++;
        }
        assertThat(taken).isBetween(1, 20);
        assertThat(room.getCount()).isOne();
        site.history.open();
        assertThat(room.await(20, TimeUnit.SECONDS)).isTrue();
        for (int index = 0; index <= taken; index++) {
            assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        }
    }

    @Test
    void a_value_beyond_its_limit_for_long_enough_is_found_once() throws InterruptedException {
        overheat(NOW.minusSeconds(60), 20);
        assertThat(next(site.findings)).isInstanceOfSatisfying(Finding.Raised.class, raised -> {
            assertThat(raised.failureMode()).isEqualTo("OVERHEATING");
            assertThat(raised.since()).isEqualTo(NOW.minusSeconds(60));
            assertThat(raised.at()).isEqualTo(NOW.minusSeconds(50));
        });
        site.ingest.close();
        assertThat(site.findings).isEmpty();
    }

    @Test
    void a_finding_is_told_again_until_the_desk_takes_it() throws InterruptedException {
        site.deskFailures.set(3);
        overheat(NOW.minusSeconds(60), 20);
        assertThat(next(site.findings)).isInstanceOf(Finding.Raised.class);
        site.ingest.close();
        assertThat(site.findings).isEmpty();
    }

    @Test
    void what_was_acknowledged_and_not_detected_before_a_kill_is_found_after_the_restart() throws InterruptedException {
        // On disk and acknowledged, but the process ended before it looked.
        keep(readings("lift-01", NOW.minusSeconds(60), 20));
        site.devices.heard(new EquipmentId("lift-01"), NOW.minusSeconds(40));
        try (Site next = site.restarted(NOW.plusSeconds(5))) {
            assertThat(next(next.findings))
                    .isInstanceOfSatisfying(
                            Finding.Raised.class,
                            raised -> assertThat(raised.at()).isEqualTo(NOW.minusSeconds(50)));
        }
    }

    @Test
    void a_failure_that_stands_for_long_is_not_found_anew_after_a_restart() throws InterruptedException {
        keep(readings("lift-01", NOW.minusSeconds(3600), 3600));
        site.devices.heard(new EquipmentId("lift-01"), NOW);
        try (Site next = site.restarted(NOW)) {
            // Closing finishes what the lanes have begun.
            next.ingest.close();
            assertThat(next.findings).isEmpty();
        }
    }

    @Test
    void a_machine_is_noted_as_heard_also_when_unknown_but_not_for_every_message() throws InterruptedException {
        send("unknown-7", "telemetry", reading(NOW, 50));
        send("unknown-7", "telemetry", reading(NOW.plusMillis(1), 50));
        next(acknowledged);
        next(acknowledged);
        site.ingest.close();
        assertThat(site.devices.heard()).containsExactly(new EquipmentId("unknown-7"));
    }

    @Test
    void events_and_status_are_kept_before_they_are_acknowledged() throws InterruptedException {
        send("lift-01", "status", "online");
        send("lift-01", "event", "{\"code\": \"E042\"}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.devices.statuses.remove().online()).isTrue();
        assertThat(site.devices.events.remove().code()).isEqualTo("E042");
    }

    @Test
    void the_desk_has_acted_on_a_fault_code_before_it_is_acknowledged() throws InterruptedException {
        site.deskFailures.set(3);
        send("lift-01", "event", "{\"code\": \"E042\", \"severity\": \"major\"}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.deskFailures).hasValue(0);
        assertThat(site.faults.remove().code()).isEqualTo("E042");
    }

    @Test
    void closing_finishes_what_the_lanes_hold() {
        for (int index = 0; index < 500; index++) {
            send("lift-" + index % 7, "telemetry", reading(NOW.plusMillis(index), 50));
        }
        site.ingest.close();
        assertThat(acknowledged).hasSize(500);
        assertThat(site.ingest.snapshot().queued()).isZero();
    }

    private void overheat(Instant from, int seconds) {
        for (Reading reading : readings("lift-01", from, seconds)) {
            send("lift-01", "telemetry", reading(reading.at(), 70));
        }
    }

    private void keep(List<Reading> readings) {
        site.history.keep(readings.stream()
                .map(reading -> new Taken(reading.seq(), reading))
                .toList());
    }

    private static List<Reading> readings(String equipment, Instant from, int seconds) {
        return IntStream.range(0, seconds)
                .mapToObj(second -> new Reading(
                        new EquipmentId(equipment),
                        from.plusSeconds(second),
                        from.plusSeconds(second),
                        Reading.NO_SEQ,
                        Map.of("oil_temp", 70.0)))
                .toList();
    }

    private static String reading(Instant at, double oilTemperature) {
        return "{\"ts\": " + at.toEpochMilli() + ", \"values\": {\"oil_temp\": " + oilTemperature + "}}";
    }

    private void send(String equipment, String kind, String payload) {
        send(equipment, kind, payload, () -> {});
    }

    private boolean send(String equipment, String kind, String payload, Runnable whenRoom) {
        return site.ingest.receive(
                new Arrival(
                        "test",
                        new Sender.Anyone(),
                        "equipment/" + equipment + "/" + kind,
                        payload.getBytes(UTF_8),
                        site.clock.instant(),
                        Publisher.NOWHERE,
                        acknowledged::add),
                whenRoom);
    }
}
