package wrenchline.gateway.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Sender;

/** Turns entries into bytes; {@link EntryReader} turns them back. Used again and again by one thread. */
public final class EntryWriter {

    /** The form of what follows, so that a later one can be told from it. */
    static final byte FORM = 1;

    private final Bytes out = new Bytes();

    /**
     * Encodes a message that arrived at {@code received}; the result is in {@link #bytes} until the next call.
     *
     * @param replayOf the message in quarantine that is replayed; {@link Quarantined#LIVE} for none
     */
    public int write(Instant received, List<Decoded> parts, Entry.Original original, UUID replayOf) {
        out.clear();
        out.put(FORM);
        long at = Micros.of(received);
        out.fixed(at);
        boolean understood = original.isNone();
        boolean live = replayOf.equals(Quarantined.LIVE);
        String sender = original.sender() instanceof Sender.Machine(var machine, var unused) ? machine.value() : "";
        out.put((understood ? 0 : Has.ORIGINAL) | (sender.isEmpty() ? 0 : Has.SENDER) | (live ? 0 : Has.REPLAY));
        if (!understood) {
            out.text(original.source());
            out.text(original.topic());
            out.bytes(original.payload());
        }
        if (!sender.isEmpty()) {
            out.text(sender);
        }
        if (!live) {
            out.fixed(replayOf.getMostSignificantBits());
            out.fixed(replayOf.getLeastSignificantBits());
        }
        out.number(parts.size());
        for (Decoded part : parts) {
            part(part, at);
        }
        return out.length();
    }

    /** The buffer, with what was written last at its beginning. */
    public byte[] bytes() {
        return out.array();
    }

    private void part(Decoded part, long received) {
        switch (part) {
            case Decoded.Telemetry(var equipment, var readings, var fault) -> {
                out.put(Kind.TELEMETRY);
                out.text(equipment.value());
                out.text(fault);
                out.number(readings.size());
                readings.forEach(reading -> reading(reading, received));
            }
            case Decoded.Event(DeviceEvent event) -> {
                out.put(Kind.EVENT);
                out.text(event.equipment().value());
                out.fixed(Micros.of(event.at()));
                out.fixed(Micros.of(event.received()));
                out.text(event.code());
                out.text(event.severity().name());
                out.text(event.text());
            }
            case Decoded.Status(DeviceStatus status) -> {
                out.put(Kind.STATUS);
                out.text(status.equipment().value());
                out.fixed(Micros.of(status.at()));
                out.put(status.online() ? 1 : 0);
            }
            case Decoded.Attributes(DeviceAttributes attributes) -> {
                out.put(Kind.ATTRIBUTES);
                out.text(attributes.equipment().value());
                out.fixed(Micros.of(attributes.at()));
                out.number(attributes.values().size());
                attributes.values().forEach((name, value) -> {
                    out.text(name);
                    out.text(value);
                });
            }
            case Decoded.Answer(CommandAnswer answer) -> {
                out.put(Kind.ANSWER);
                out.text(answer.equipment().value());
                out.fixed(answer.command().value().getMostSignificantBits());
                out.fixed(answer.command().value().getLeastSignificantBits());
                out.put(answer.ok() ? 1 : 0);
                out.text(answer.reason());
            }
            case Decoded.Rejected(Decoded.Fault fault, String reason) -> {
                out.put(Kind.REJECTED);
                out.text(fault.name());
                out.text(reason);
            }
        }
    }

    private void reading(Reading reading, long received) {
        out.signed(Micros.of(reading.at()) - received);
        out.signed(Micros.of(reading.received()) - received);
        out.signed(reading.seq());
        out.number(reading.values().size());
        for (Map.Entry<String, Double> value : reading.values().entrySet()) {
            out.text(value.getKey());
            out.fixed(Double.doubleToRawLongBits(value.getValue()));
        }
    }

    /** What an entry has besides its parts. */
    static final class Has {
        static final int ORIGINAL = 1;
        static final int SENDER = 2;
        static final int REPLAY = 4;

        private Has() {}
    }

    /** The first byte of a part. */
    static final class Kind {
        static final byte TELEMETRY = 1;
        static final byte EVENT = 2;
        static final byte STATUS = 3;
        static final byte ATTRIBUTES = 4;
        static final byte REJECTED = 5;
        static final byte ANSWER = 6;

        private Kind() {}
    }
}
