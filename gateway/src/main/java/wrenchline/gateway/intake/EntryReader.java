package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.intake.EntryWriter.Has;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Sender;

/** Turns the bytes of {@link EntryWriter} back into entries. Owned by one thread. */
public final class EntryReader {

    private final Recent<String> texts = new Recent<>(text -> text);
    private final Recent<EquipmentId> equipment = new Recent<>(EquipmentId::new);

    /**
     * The entry in {@code body}.
     *
     * @throws RuntimeException when it is in no form that this version knows
     */
    public Entry read(long position, ByteBuffer body) {
        byte form = body.get();
        if (form != EntryWriter.FORM) {
            throw new IllegalArgumentException("reading an entry of the intake log: form " + form + " is not known");
        }
        long received = body.getLong();
        byte has = body.get();
        Entry.Original original =
                (has & Has.ORIGINAL) == 0 ? Entry.Original.NONE : original(body, (has & Has.SENDER) != 0);
        UUID replayOf = (has & Has.REPLAY) == 0 ? Quarantined.LIVE : new UUID(body.getLong(), body.getLong());
        int count = count(body);
        List<Decoded> parts = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            parts.add(part(body, received));
        }
        return new Entry(position, Micros.instant(received), parts, original, replayOf);
    }

    private static Entry.Original original(ByteBuffer body, boolean hasSender) {
        String source = freshText(body);
        String topic = freshText(body);
        byte[] payload = bytes(body);
        Sender sender = hasSender ? Sender.named(freshText(body)) : new Sender.Anyone();
        return new Entry.Original(source, sender, topic, payload);
    }

    private Decoded part(ByteBuffer body, long received) {
        byte kind = body.get();
        return switch (kind) {
            case EntryWriter.Kind.TELEMETRY -> telemetry(body, received);
            case EntryWriter.Kind.EVENT -> event(body);
            case EntryWriter.Kind.STATUS ->
                new Decoded.Status(new DeviceStatus(equipment.read(body), instant(body), body.get() != 0));
            case EntryWriter.Kind.ATTRIBUTES -> attributes(body);
            case EntryWriter.Kind.ANSWER ->
                new Decoded.Answer(new CommandAnswer(
                        equipment.read(body),
                        new CommandId(new UUID(body.getLong(), body.getLong())),
                        body.get() != 0,
                        freshText(body)));
            case EntryWriter.Kind.REJECTED ->
                new Decoded.Rejected(Decoded.Fault.valueOf(texts.read(body)), freshText(body));
            default ->
                throw new IllegalArgumentException(
                        "reading an entry of the intake log: kind " + kind + " is not known");
        };
    }

    private Decoded telemetry(ByteBuffer body, long received) {
        EquipmentId machine = equipment.read(body);
        String fault = freshText(body);
        int count = count(body);
        List<Reading> readings = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            readings.add(reading(machine, body, received));
        }
        return new Decoded.Telemetry(machine, readings, fault);
    }

    private Reading reading(EquipmentId machine, ByteBuffer body, long received) {
        Instant at = Micros.instant(received + signed(body));
        Instant taken = Micros.instant(received + signed(body));
        long seq = signed(body);
        int count = count(body);
        Map<String, Double> values = HashMap.newHashMap(count);
        for (int index = 0; index < count; index++) {
            values.put(texts.read(body), Double.longBitsToDouble(body.getLong()));
        }
        return new Reading(machine, at, taken, seq, values);
    }

    private Decoded event(ByteBuffer body) {
        return new Decoded.Event(new DeviceEvent(
                equipment.read(body),
                instant(body),
                instant(body),
                freshText(body),
                Severity.valueOf(texts.read(body)),
                freshText(body)));
    }

    private Decoded attributes(ByteBuffer body) {
        EquipmentId machine = equipment.read(body);
        Instant at = instant(body);
        int count = count(body);
        Map<String, String> values = HashMap.newHashMap(count);
        for (int index = 0; index < count; index++) {
            values.put(texts.read(body), freshText(body));
        }
        return new Decoded.Attributes(new DeviceAttributes(machine, at, values));
    }

    private static Instant instant(ByteBuffer body) {
        return Micros.instant(body.getLong());
    }

    private static String freshText(ByteBuffer body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer body) {
        byte[] bytes = new byte[count(body)];
        body.get(bytes);
        return bytes;
    }

    /** How many follow; each takes a byte at least, so that wrong bytes cannot ask for all memory. */
    static int count(ByteBuffer body) {
        long count = number(body);
        if (count < 0 || count > body.remaining()) {
            throw new IllegalArgumentException(
                    "reading an entry of the intake log: " + count + " of something are too many");
        }
        return (int) count;
    }

    private static long signed(ByteBuffer body) {
        long number = number(body);
        return (number >>> 1) ^ -(number & 1);
    }

    private static long number(ByteBuffer body) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = body.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
