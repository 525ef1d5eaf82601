package wrenchline.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
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
    void nothing_is_acknowledged_before_it_is_on_disk() throws InterruptedException {
        site.disk.close();
        send("lift-01", "telemetry", reading(NOW, 50));
        next(site.disk.syncs);
        assertThat(acknowledged).isEmpty();
        site.disk.open();
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.stored()).hasSize(1);
    }

    @Test
    void what_queues_up_during_one_sync_is_the_next_group() throws InterruptedException {
        site.disk.close();
        send("lift-01", "telemetry", reading(NOW, 50));
        next(site.disk.syncs);
        for (int index = 1; index <= 100; index++) {
            send("lift-01", "telemetry", reading(NOW.plusMillis(index), 50));
        }
        site.disk.open();
        for (int index = 0; index <= 100; index++) {
            next(acknowledged);
        }
        assertThat(site.ingest.snapshot().intake().groups()).isEqualTo(2);
    }

    @Test
    void a_source_is_told_once_where_a_group_ends() throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Acknowledgement collecting = collecting(told);
        site.disk.close();
        send("lift-01", "telemetry", reading(NOW, 50));
        next(site.disk.syncs);
        for (int index = 1; index <= 3; index++) {
            send("lift-01", "telemetry", reading(NOW.plusMillis(index), 50), () -> {}, collecting);
        }
        site.disk.open();
        assertThat(List.of(next(told), next(told), next(told), next(told)))
                .containsExactly("KEPT", "KEPT", "KEPT", "end");
    }

    private static Acknowledgement collecting(BlockingQueue<String> told) {
        Runnable end = () -> told.add("end");
        return new Acknowledgement() {
            @Override
            public void settled(Outcome outcome) {
                told.add(outcome.name());
            }

            @Override
            public Runnable afterGroup() {
                return end;
            }
        };
    }

    @Test
    void a_disk_that_fails_delays_the_acknowledgement_and_loses_nothing() throws InterruptedException {
        site.disk.fail(2);
        send("lift-01", "telemetry", reading(NOW, 50));
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.stored()).hasSize(1);
        assertThat(site.disk.syncs).hasSize(3);
    }

    @Test
    void an_outage_of_the_history_delays_no_acknowledgement_and_loses_nothing() throws InterruptedException {
        site.history.fail(5);
        send("lift-01", "telemetry", reading(NOW, 50));
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.stored()).hasSize(1);
        assertThat(site.history.calls).hasSize(6);
        assertThat(site.ingest.snapshot())
                .returns(1L, IngestSnapshot::received)
                .returns(1L, snapshot -> snapshot.storing().stored())
                .returns(1L, IngestSnapshot::acknowledged)
                .returns(1L, snapshot -> snapshot.storing().commits());
    }

    @Test
    void detection_goes_on_while_the_history_is_away() throws InterruptedException {
        site.history.close();
        overheat(NOW.minusSeconds(60), 20);
        assertThat(next(site.findings)).isInstanceOf(Finding.Raised.class);
    }

    @Test
    void what_cannot_be_understood_is_acknowledged_and_goes_to_quarantine() throws InterruptedException {
        send("lift-01", "telemetry", "temperature=5");
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        Quarantined quarantined = next(site.quarantine.messages);
        assertThat(quarantined.topic()).isEqualTo("equipment/lift-01/telemetry");
        assertThat(quarantined.payload()).asString().isEqualTo("temperature=5");
        assertThat(quarantined.source()).isEqualTo("test");
    }

    @Test
    void what_a_device_answers_to_a_command_is_told_to_the_desk() throws InterruptedException {
        UUID command = UUID.randomUUID();
        site.deskFailures.set(1);
        send("lift-01", "command/ack", "{\"id\": \"" + command + "\", \"ok\": true}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(next(site.answers))
                .isEqualTo(new CommandAnswer(new EquipmentId("lift-01"), new CommandId(command), true, ""));
    }

    @Test
    void an_array_with_a_bad_element_is_kept_and_quarantined() throws InterruptedException {
        send("lift-01", "telemetry", "[{\"values\": {\"a\": 1}}, {\"values\": {\"a\": \"hot\"}}]");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(site.stored()).hasSize(1);
        assertThat(next(site.quarantine.messages).reason()).contains("element 1");
    }

    @Test
    void the_one_reading_that_the_history_refuses_goes_to_quarantine_alone() throws InterruptedException {
        site.history.refuse(reading -> reading.values().containsKey("poison"));
        for (int index = 0; index < 5; index++) {
            send("lift-01", "telemetry", reading(NOW.plusMillis(index), 50));
        }
        send("lift-01", "telemetry", "{\"seq\": 7, \"values\": {\"poison\": 1}}");
        send("lift-01", "telemetry", reading(NOW.plusMillis(9), 50));
        Quarantined quarantined = next(site.quarantine.messages);
        assertThat(quarantined.reason()).contains("the history refuses it");
        assertThat(quarantined.topic()).isEqualTo("equipment/lift-01/telemetry");
        assertThat(quarantined.payload()).asString().contains("\"seq\": 7, \"values\": {\"poison\": 1.0}");
        Site.await(() -> acknowledged.size() == 7);
        assertThat(site.stored()).hasSize(6);
    }

    @Test
    void a_reading_over_which_the_history_stumbles_goes_to_quarantine_alone() throws InterruptedException {
        site.history.stumbleOver(reading -> reading.values().containsKey("poison"));
        for (int index = 0; index < 5; index++) {
            send("lift-01", "telemetry", reading(NOW.plusMillis(index), 50));
        }
        send("lift-01", "telemetry", "{\"seq\": 7, \"values\": {\"poison\": 1}}");
        assertThat(next(site.quarantine.messages).payload()).asString().contains("poison");
        assertThat(site.stored()).hasSize(5);
    }

    @Test
    void a_failure_that_nobody_foresaw_is_tried_again_before_anything_is_quarantined() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(5);
        site.history.stumbleOver(_ -> failures.getAndDecrement() > 0);
        send("lift-01", "telemetry", reading(NOW, 50));
        next(acknowledged);
        assertThat(site.stored()).hasSize(1);
        assertThat(site.quarantine.messages).isEmpty();
    }

    @Test
    void a_time_that_is_the_moment_of_arrival_is_the_messages_own() throws InterruptedException {
        send("lift-01", "telemetry", reading(NOW, 50));
        send("lift-01", "telemetry", "{\"values\": {\"oil_temp\": 51}}");
        next(acknowledged);
        next(acknowledged);
        assertThat(site.stored())
                .extracting(Reading::at, Reading::isDated)
                .containsExactlyInAnyOrder(tuple(NOW, true), tuple(NOW, false));
    }

    @Test
    void a_full_queue_slows_its_source_and_says_when_it_has_room() throws InterruptedException {
        site.close();
        site = Site.withQueueOf(1_000);
        site.disk.close();
        CountDownLatch room = new CountDownLatch(1);
        int taken = 0;
        while (send("lift-01", "telemetry", reading(Instant.now(), 50), room::countDown)) {
            taken++;
        }
        assertThat(taken).isBetween(1, 40);
        assertThat(room.getCount()).isOne();
        site.disk.open();
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
        site.ledger.fail(Integer.MAX_VALUE);
        site.deskFailures.set(Integer.MAX_VALUE);
        overheat(NOW.minusSeconds(60), 20);
        for (int index = 0; index < 20; index++) {
            next(acknowledged);
        }
        try (Site next = site.restarted(NOW.plusSeconds(5))) {
            assertThat(next(next.findings))
                    .isInstanceOfSatisfying(
                            Finding.Raised.class,
                            raised -> assertThat(raised.at()).isEqualTo(NOW.minusSeconds(50)));
            assertThat(next.stored()).hasSize(20);
        }
        site.deskFailures.set(0);
        site.ledger.fail(0);
    }

    @Test
    void a_failure_that_stands_for_long_is_not_found_anew_after_a_restart() throws InterruptedException {
        overheat(NOW.minusSeconds(3600), 3600);
        next(site.findings);
        site.stored();
        Site.await(() -> site.ingest.snapshot().detectingLag() == 0);
        try (Site next = site.restarted(NOW)) {
            send(next, "lift-01", "telemetry", reading(NOW, 70), () -> {}, acknowledged::add);
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
    void events_and_status_are_kept() throws InterruptedException {
        send("lift-01", "status", "online");
        send("lift-01", "event", "{\"code\": \"E042\"}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(next(site.devices.statuses).online()).isTrue();
        assertThat(next(site.devices.events).code()).isEqualTo("E042");
    }

    @Test
    void a_fault_code_is_told_again_until_the_desk_takes_it() throws InterruptedException {
        site.deskFailures.set(3);
        send("lift-01", "event", "{\"code\": \"E042\", \"severity\": \"major\"}");
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(next(site.faults).code()).isEqualTo("E042");
        assertThat(site.deskFailures).hasValue(0);
    }

    @Test
    void an_entry_that_fails_for_ever_does_not_stop_those_after_it() throws InterruptedException {
        site.deskFailures.set(9);
        send("lift-01", "event", "{\"code\": \"E042\", \"severity\": \"major\"}");
        send("lift-01", "event", "{\"code\": \"E043\", \"severity\": \"major\"}");
        assertThat(next(site.faults).code()).isEqualTo("E043");
        assertThat(next(site.quarantine.messages).reason()).contains("telling the desk of E042");
    }

    @Test
    void closing_finishes_what_the_log_holds() {
        for (int index = 0; index < 500; index++) {
            send("lift-" + index % 7, "telemetry", reading(NOW.plusMillis(index), 50));
        }
        site.ingest.close();
        assertThat(acknowledged).hasSize(500);
        assertThat(site.history.kept()).hasSize(500);
        assertThat(site.ingest.snapshot())
                .returns(0L, IngestSnapshot::storingLag)
                .returns(0L, IngestSnapshot::detectingLag);
    }

    private void overheat(Instant from, int seconds) {
        for (Reading reading : readings("lift-01", from, seconds)) {
            send("lift-01", "telemetry", reading(reading.at(), 70));
        }
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
        return send(equipment, kind, payload, whenRoom, acknowledged::add);
    }

    private boolean send(
            String equipment, String kind, String payload, Runnable whenRoom, Acknowledgement acknowledgement) {
        return send(site, equipment, kind, payload, whenRoom, acknowledgement);
    }

    private static boolean send(
            Site site,
            String equipment,
            String kind,
            String payload,
            Runnable whenRoom,
            Acknowledgement acknowledgement) {
        return site.ingest.receive(
                new Arrival(
                        "test",
                        new Sender.Anyone(),
                        "equipment/" + equipment + "/" + kind,
                        payload.getBytes(UTF_8),
                        site.clock.instant(),
                        Publisher.NOWHERE,
                        acknowledgement),
                whenRoom);
    }
}
