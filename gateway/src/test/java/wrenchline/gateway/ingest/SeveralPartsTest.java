package wrenchline.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Sender;

/** A message that says several things. */
class SeveralPartsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private Site site = new Site();
    private final BlockingQueue<Outcome> acknowledged = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void it_is_acknowledged_once_when_all_of_them_are_on_disk() throws InterruptedException {
        site.disk.close();
        EquipmentId door = new EquipmentId("door");
        receive(
                telemetry("lift-01"),
                telemetry("lift-02"),
                new Decoded.Status(new DeviceStatus(door, NOW, true)),
                new Decoded.Attributes(new DeviceAttributes(door, NOW, Map.of("firmware", "\"2.1\""))));
        next(site.disk.syncs);
        assertThat(acknowledged).isEmpty();
        site.disk.open();
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        site.ingest.close();
        assertThat(next(site.devices.statuses).online()).isTrue();
        assertThat(acknowledged).isEmpty();
        assertThat(site.history.kept()).hasSize(2);
        assertThat(site.devices.attributes(door)).extracting(one -> one.value()).containsExactly("\"2.1\"");
    }

    @Test
    void one_bad_part_is_told_and_the_others_are_kept() throws InterruptedException {
        receive(new Decoded.Rejected(Decoded.Fault.PAYLOAD, "no such thing"), telemetry("lift-01"));
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        assertThat(site.stored()).hasSize(1);
        assertThat(next(site.quarantine.messages).reason()).isEqualTo("no such thing");
    }

    @Test
    void what_cannot_be_written_to_the_log_is_quarantined_as_it_came() throws InterruptedException {
        receive(new Decoded.Status(new DeviceStatus(new EquipmentId("door"), Instant.MAX, true)));
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        assertThat(next(site.quarantine.messages).topic()).isEqualTo("several");
    }

    @Test
    void a_message_that_says_nothing_is_acknowledged() throws InterruptedException {
        receive();
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
    }

    @Test
    void its_source_goes_on_once_and_only_when_there_is_room_for_all() throws InterruptedException {
        site.close();
        site = Site.withQueueOf(1);
        site.disk.close();
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        assertThat(site.ingest.receive(
                        arrival(), List.of(telemetry("lift-01"), telemetry("lift-02")), () -> told.add("room")))
                .isFalse();
        next(site.disk.syncs);
        assertThat(told).isEmpty();
        site.disk.open();
        assertThat(next(told)).isEqualTo("room");
        site.ingest.close();
        assertThat(told).isEmpty();
    }

    private void receive(Decoded... parts) {
        assertThat(site.ingest.receive(arrival(), List.of(parts), () -> {})).isTrue();
    }

    private Arrival arrival() {
        return new Arrival(
                "test", new Sender.Anyone(), "several", new byte[0], NOW, Publisher.NOWHERE, acknowledged::add);
    }

    private static Decoded telemetry(String equipment) {
        EquipmentId id = new EquipmentId(equipment);
        return new Decoded.Telemetry(
                id, List.of(new Reading(id, NOW, NOW, Reading.NO_SEQ, Map.of("oil_temp", 50.0))), "");
    }
}
