package wrenchline.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Sender;

class EntryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final UUID HELD = new UUID(-5, 6);
    private static final Reading EARLY = new Reading(
            LIFT,
            NOW.minusSeconds(90_000),
            NOW,
            Long.MAX_VALUE,
            Map.of("油温", 61.25, "p", -0.0, "name with \uD83D\uDE00 in it", Double.MIN_VALUE));
    private static final Reading LATE = new Reading(LIFT, NOW.plusSeconds(60), NOW, Reading.NO_SEQ, Map.of("p", 1e300));

    private static final List<Decoded> ALL = List.of(
            new Decoded.Telemetry(LIFT, List.of(EARLY, LATE), "element 3: not a JSON object"),
            new Decoded.Event(new DeviceEvent(LIFT, NOW.minusSeconds(1), NOW, "E042", Severity.CRITICAL, "过热")),
            new Decoded.Status(new DeviceStatus(LIFT, NOW, true)),
            new Decoded.Attributes(new DeviceAttributes(LIFT, NOW, Map.of("firmware", "\"2.1.0\"", "n", "42"))),
            new Decoded.Answer(new CommandAnswer(LIFT, new CommandId(new UUID(7, -9)), true, "")),
            new Decoded.Rejected(Decoded.Fault.TOPIC, "no such topic"),
            new Decoded.Telemetry(LIFT, List.of(LATE), ""));

    private final EntryWriter writer = new EntryWriter();
    private final EntryReader reader = new EntryReader();

    @Test
    void every_kind_of_part_comes_back_as_it_went() {
        Entry.Original original = new Entry.Original(
                "mqtt:some client", new Sender.Machine(LIFT, false), "v1/devices/me/telemetry", new byte[] {0, 1, -1});
        Entry entry = again(ALL, original);
        assertThat(entry.parts()).isEqualTo(ALL);
        assertThat(entry.received()).isEqualTo(NOW);
        assertThat(entry.original().source()).isEqualTo("mqtt:some client");
        assertThat(entry.original().sender()).isEqualTo(new Sender.Machine(LIFT, false));
        assertThat(entry.replayOf()).isEqualTo(HELD);
        assertThat(entry.original().topic()).isEqualTo("v1/devices/me/telemetry");
        assertThat(entry.original().payload()).containsExactly(0, 1, -1);
        assertThat(entry.fault()).isEqualTo("element 3: not a JSON object; no such topic");
        assertThat(entry.readings())
                .containsExactly(new Taken(1000, EARLY), new Taken(1001, LATE), new Taken(1002, LATE));
    }

    @Test
    void names_are_right_when_more_come_than_are_remembered() {
        for (int index = 0; index < 20_000; index++) {
            Reading reading = new Reading(
                    new EquipmentId("machine-" + index), NOW, NOW, index, Map.of("metric-" + index, (double) index));
            List<Decoded> parts = List.of(new Decoded.Telemetry(reading.equipment(), List.of(reading), ""));
            assertThat(again(parts, Entry.Original.NONE).readings()).containsExactly(new Taken(1000, reading));
        }
    }

    @Test
    void other_bytes_are_refused_and_ask_for_no_memory() {
        Random random = new Random(7);
        int length = writer.write(NOW, ALL, Entry.Original.NONE, HELD);
        byte[] good = Arrays.copyOf(writer.bytes(), length);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int flips = 0; flips < 4; flips++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                reader.read(0, ByteBuffer.wrap(bad));
            } catch (RuntimeException refused) {
                assertThat(refused).isNotInstanceOf(StackOverflowError.class);
            }
        }
        assertThatThrownBy(() -> reader.read(0, ByteBuffer.wrap(new byte[] {9, 9})))
                .hasMessageContaining("form 9");
    }

    private Entry again(List<Decoded> parts, Entry.Original original) {
        int length = writer.write(NOW, parts, original, HELD);
        return reader.read(1000, ByteBuffer.wrap(Arrays.copyOf(writer.bytes(), length)));
    }
}
